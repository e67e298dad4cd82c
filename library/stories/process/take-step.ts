import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { checkStory } from '../gate/check-story.ts'
import type { GateReport } from '../gate/gate-view.ts'
import type { KeptStory } from '../kept-story.ts'
import type { PictureCopyWrites } from '../media/picture-copy.ts'
import { publishableContent } from '../publishable.ts'
import { readStory } from '../read-story.ts'
import { canonicalRecord } from '../record-hash.ts'
import { StoryRecord } from '../story.schema.ts'
import { GATED, lastStepOf, type RequestedChange, type StepToApply, type StoryAsRead } from './apply-step.ts'
import { eventsOf } from './event-chain.ts'
import { ProcessError } from './process-errors.ts'
import type { StoryStep } from './process-view.ts'
import { STEP_NAMES } from './step-names.ts'
import { gateSentence, type StepTaker, stepOffers } from './step-offers.ts'
import { readOffice } from './story-office.ts'

/** What taking steps writes, done by the writer's thread. */
export interface StepWrites extends PictureCopyWrites {
  takeStoryStep(step: StepToApply): Promise<KeptStory>
}

export interface StepRequest {
  readonly step: StoryStep
  readonly by: StepTaker
  readonly reason?: string | undefined
  readonly on?: string | undefined
  readonly urgent?: boolean | undefined
  readonly changes?: readonly RequestedChange[] | undefined
  readonly slip?: string | undefined
  /** The record that was looked at; without it, the one there is now. */
  readonly read?: string | undefined
}

/**
 * Takes a step on a story's way, after what stands before it has been looked at.
 * @throws {ProcessError} GATE_CLOSED, STEP_NOT_ALLOWED, STEP_ALREADY_TAKEN and others; nothing is changed then
 * @throws {StoryNotFoundError}
 */
export async function takeStep(
  library: LibraryAccess,
  writes: StepWrites,
  storyId: string,
  request: StepRequest,
): Promise<KeptStory> {
  const { step, by } = request
  requireFacts(request, localDate(library.clock()))
  const story = await readStory(library.db, storyId)
  const events = await eventsOf(library.db, 'story', storyId)
  const read: StoryAsRead = { recordSha256: request.read ?? story.recordSha256, lastStep: lastStepOf(events) }
  const toApply: StepToApply = { ...request, storyId, read }
  // Who may not, or comes too late, is told so before the gate is asked; the writer decides again.
  const offer = stepOffers(story, events, by).find((one) => one.step === step)
  const goesOn = offer?.allowed === true && read.recordSha256 === story.recordSha256
  if (!goesOn) return writes.takeStoryStep(toApply)
  if (step === 'restore') return writes.takeStoryStep({ ...toApply, published: await publishedRecord(library, story) })
  if (!GATED.has(step)) return writes.takeStoryStep(toApply)
  requireOpenGate(step, await checkStory(library, story))
  const passed = story.recordSha256
  if (step !== 'publish') return writes.takeStoryStep({ ...toApply, passed })
  // Named by its hash, as everything in the store is: a correction that is given up finds it there.
  await library.blobs.put(Buffer.from(canonicalRecord(story.record).json))
  const office = await readOffice(library.db)
  const publication = await publishableContent(library, story, office, localDate(library.clock()), writes)
  return writes.takeStoryStep({ ...toApply, passed, publication })
}

/** What was approved and published, as it was kept then; undefined when it is gone, or never was. */
async function publishedRecord({ blobs }: LibraryAccess, story: KeptStory): Promise<StoryRecord | undefined> {
  const { publishedRecord: sha256 } = story
  if (sha256 === undefined || !(await blobs.has(sha256))) return undefined
  return StoryRecord.safeParse(JSON.parse((await blobs.read(sha256)).toString('utf8'))).data
}

function requireOpenGate(step: StoryStep, gate: GateReport): void {
  if (gate.passes) return
  throw new ProcessError({
    code: 'GATE_CLOSED',
    what: `没有办“${STEP_NAMES[step]}”。`,
    why: gateSentence(gate),
    todo: '请在“发布前检查”里逐处处理；确有必要时可以说明理由放行，会记下来。',
  })
}

function requireFacts({ step, reason, changes, on }: StepRequest, today: string): void {
  const says = (reason ?? '').trim() !== '' || (step === 'return' && (changes ?? []).length > 0)
  if ((step === 'return' || step === 'retire') && !says) {
    throw new ProcessError({
      code: 'STEP_REASON_MISSING',
      what: `没有办“${STEP_NAMES[step]}”：请写明${step === 'return' ? '要改什么' : '为什么'}。`,
      todo: '内容没有改动。',
    })
  }
  if (step === 'schedule' && (on === undefined || on <= today)) {
    throw new ProcessError({
      code: 'STEP_DAY_PAST',
      what: '没有定时：请选今天以后的一天。',
      todo: '要今天发布，请直接点“发布”。',
    })
  }
}
