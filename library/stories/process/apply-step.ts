import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { findItem } from '../../items/items.repository.ts'
import { type HeldBlob, localDate, recordRevision } from '../../items/record-revision.ts'
import type { RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { laterThan } from '../../templates/forms/later-than.ts'
import type { KeptStory } from '../kept-story.ts'
import { readStory } from '../read-story.ts'
import { recordSha256 } from '../record-hash.ts'
import { saveStory } from '../stories.repository.ts'
import type { StoryRecord } from '../story.schema.ts'
import { afterStep } from './after-step.ts'
import { appendEvent, eventsOf } from './event-chain.ts'
import { ProcessError } from './process-errors.ts'
import type { StoryEvent, StoryState, StoryStep } from './process-view.ts'
import { bringItemBack, retireItem } from './retiring.repository.ts'
import { STEP_NAMES } from './step-names.ts'
import { type StepTaker, stepOffers } from './step-offers.ts'
import { readOffice } from './story-office.ts'
import { addTask } from './tasks.repository.ts'

type Db = Kysely<LibraryTables>

/** Something that has to change before a story can go on, on a passage or on the whole. */
export interface RequestedChange {
  readonly field?: string | undefined
  readonly quote?: string | undefined
  readonly text: string
}

/** The story as somebody saw it who decides about it. */
export interface StoryAsRead {
  readonly recordSha256: string
  /** The number of its last step in the record; 0 before the first. */
  readonly lastStep: number
}

export interface StepToApply {
  readonly storyId: string
  readonly step: StoryStep
  readonly by: StepTaker
  readonly reason?: string | undefined
  /** Of `schedule`. */
  readonly on?: string | undefined
  /** Of `retire`: for safety, also by whoever took the step before. */
  readonly urgent?: boolean | undefined
  /** Of `return`. */
  readonly changes?: readonly RequestedChange[] | undefined
  readonly read: StoryAsRead
  /** Of `publish`: what readers will see; its blobs are in the store. */
  readonly publication?: { readonly content: RevisionContent; readonly blobs: readonly HeldBlob[] } | undefined
  /** Of `restore` while a correction is being written: the record that readers see. */
  readonly published?: StoryRecord | undefined
  /** The record that the gate let pass, for the steps it stands before. */
  readonly passed?: string | undefined
  /** The review slip whose answer this is. */
  readonly slip?: string | undefined
}

/** The gate stands before these; before `submit` it only tells. */
export const GATED: ReadonlySet<StoryStep> = new Set(['approve', 'schedule', 'publish'])

/**
 * Takes a step, in the caller's transaction: the state, the record of it, the revision that readers see, and the
 * changes asked for, all or nothing.
 * @throws {ProcessError} somebody was first, the story is another by now, or this person may not
 */
export async function applyStep(trx: Db, given: StepToApply, now: Date): Promise<KeptStory> {
  const { step, by } = given
  const story = await readStory(trx, given.storyId)
  const events = await eventsOf(trx, 'story', story.id)
  requireAsRead(story, events, given.read)
  requireOffer(story, events, given)
  if (GATED.has(step) && given.passed !== story.recordSha256) throw changedMeanwhile()

  const at = now.toISOString()
  const today = localDate(now)
  if (step === 'retire') await retireItem(trx, story.id, { on: today, reason: given.reason ?? '', at })
  if (step === 'restore') await bringItemBack(trx, story.id, at)
  const revision = step === 'publish' ? await publish(trx, story, given, now) : undefined
  const office = await readOffice(trx)
  const restored = step === 'restore' && story.state === 'draft' ? asPublished(story, given.published) : story
  const next = afterStep(restored, { step, today, office, on: given.on, revision })
  const kept: KeptStory = { ...next, updatedAt: laterThan(story.updatedAt, now) }
  await saveStory(trx, kept)
  for (const change of given.changes ?? []) {
    await addTask(trx, {
      id: randomUUID(),
      storyId: story.id,
      type: 'change',
      ...change,
      by: by.name,
      at,
      for: 'writer',
    })
  }
  await appendEvent(trx, {
    subject: 'story',
    subjectId: story.id,
    at,
    by: by.name,
    type: 'step',
    step,
    from: story.state,
    to: kept.state,
    reason: given.reason,
    record: kept.recordSha256,
    detail: detailOf(given, revision),
  })
  return kept
}

/** The number of a story's last step in the record. */
export const lastStepOf = (events: readonly StoryEvent[]): number =>
  events.findLast((event) => event.type === 'step')?.number ?? 0

function requireAsRead(story: KeptStory, events: readonly StoryEvent[], read: StoryAsRead): void {
  const last = events.findLast((event) => event.type === 'step')
  if (last && last.number !== read.lastStep) {
    throw new ProcessError({
      code: 'STEP_ALREADY_TAKEN',
      what: `没有办：${last.by}刚刚已经办了“${STEP_NAMES[last.step ?? 'submit']}”。`,
      why: '两个窗口同时办，先到的算数。',
      todo: '内容没有重复改动。请重新打开这一篇，看看现在到了哪一步。',
    })
  }
  if (story.recordSha256 !== read.recordSha256) throw changedMeanwhile()
}

const changedMeanwhile = () =>
  new ProcessError({
    code: 'STORY_CHANGED_MEANWHILE',
    what: '没有办：这一篇刚在别处改过。',
    why: '办的应当是看过的那一稿。',
    todo: '请重新打开，看过现在的内容再办。',
  })

function requireOffer(story: KeptStory, events: readonly StoryEvent[], { step, by, urgent }: StepToApply): void {
  const offer = stepOffers(story, events, by).find((one) => one.step === step)
  if (!offer) throw notNow(story.state, step)
  if (offer.allowed && (!offer.onlyUrgent || urgent)) return
  throw new ProcessError({
    code: 'STEP_NOT_ALLOWED',
    what: `没有办“${STEP_NAMES[step]}”。`,
    ...(offer.why !== undefined && { why: offer.why }),
    todo: '内容没有改动。',
  })
}

/** The story with the record that readers see, if this is it. */
function asPublished(story: KeptStory, record: StoryRecord | undefined): KeptStory {
  if (record && recordSha256(record) === story.publishedRecord) {
    return { ...story, record, recordSha256: story.publishedRecord }
  }
  throw new ProcessError({
    code: 'STEP_NOT_ALLOWED',
    what: '没有放弃更正。',
    why: '发布时的稿子在资料库里找不到了。',
    todo: '内容没有改动。请把更正写完，再走一遍。',
  })
}

/** Readers see the new revision from this transaction on, and saw the former one until then. */
async function publish(trx: Db, story: KeptStory, { publication, by }: StepToApply, now: Date): Promise<string> {
  if (!publication) throw new TypeError('publishing needs what readers will see')
  const item = await findItem(trx, story.id)
  if (item && item.kind !== 'story') throw new TypeError(`${story.id} is the id of something else than a story`)
  const { revision } = await recordRevision(
    trx,
    {
      content: publication.content,
      blobs: publication.blobs,
      provenance: { activity: 'edit', agent: by.name, source: `story:${story.id}`, sourceSha256: story.recordSha256 },
      starter: false,
      replaces: story.revision,
    },
    now,
  )
  return revision
}

function detailOf({ by, on, urgent, slip }: StepToApply, revision: string | undefined): StoryEvent['detail'] {
  return {
    person: by.id,
    ...(by.sender !== undefined && { sender: by.sender }),
    ...(slip !== undefined && { slip }),
    ...(on !== undefined && { on }),
    ...(urgent && { urgent }),
    ...(revision !== undefined && { revision }),
  }
}

const notNow = (state: StoryState, step: StoryStep) =>
  new ProcessError({
    code: 'STEP_NOT_ALLOWED',
    what: `没有办“${STEP_NAMES[step]}”。`,
    why: `这一篇${STATE_SENTENCE[state]}，还不到或已经过了这一步。`,
    todo: '内容没有改动。请重新打开这一篇，看看现在可以办什么。',
  })

const STATE_SENTENCE: Readonly<Record<StoryState, string>> = {
  draft: '现在是草稿',
  submitted: '已报送，等着核实',
  verified: '已核实，等着审定',
  approved: '已审定，等着发布',
  published: '已发布',
  retired: '已退役',
}
