import type { Kysely } from 'kysely'
import { findItem, insertBlob } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { laterThan } from '../../templates/forms/later-than.ts'
import { beginStory } from '../begin-story.ts'
import type { KeptStory } from '../kept-story.ts'
import { afterStep } from '../process/after-step.ts'
import { applyStep, type StepToApply } from '../process/apply-step.ts'
import { appendEvent } from '../process/event-chain.ts'
import type { OfficePerson, StoryEvent } from '../process/process-view.ts'
import { readOffice } from '../process/story-office.ts'
import { addTask } from '../process/tasks.repository.ts'
import { canonicalRecord } from '../record-hash.ts'
import { findStory, saveStory } from '../stories.repository.ts'
import type { StoryRecord } from '../story.schema.ts'
import type { SlipFile, Submission } from './slip.schema.ts'
import { slipError } from './slip-error.ts'
import { reviewerName } from './slip-sender.ts'
import { findSlip, findSubmissions, insertSlip, type KeptSlip, settleSlip } from './slips.repository.ts'

type Db = Kysely<LibraryTables>

/**
 * Keeps a slip that went out or came in, its files and that it did, in the caller's transaction. One that is here
 * already stays as it is.
 */
export async function keepSlip(trx: Db, slip: KeptSlip, person: OfficePerson, at: string): Promise<boolean> {
  if (!(await insertSlip(trx, slip))) return false
  for (const file of slip.direction === 'in' ? slip.body.files : []) await insertBlob(trx, blobOf(file), at)
  await tellSlip(trx, slip, person, at)
  return true
}

/** Marks a request as answered together with the answer that leaves. */
export async function keepAnswer(
  trx: Db,
  answer: KeptSlip,
  request: KeptSlip,
  person: OfficePerson,
  at: string,
): Promise<void> {
  await keepSlip(trx, answer, person, at)
  await settleSlip(trx, request, { state: 'answered' })
}

/**
 * Takes in a story told elsewhere: a new one is here as submitted; one that its sender had submitted before, and
 * nobody here has worked on, says from now on what it says.
 * @throws {SlipError} SLIP_FOREIGN, SLIP_STORY_CHANGED; nothing is changed then
 */
export async function keepSubmission(trx: Db, body: Submission, person: OfficePerson, now: Date): Promise<void> {
  if (await findSlip(trx, body.id)) return
  const at = now.toISOString()
  const { record, sha256 } = canonicalRecord(unverified(body.record))
  const story = await findStory(trx, body.storyId)
  const same = story?.recordSha256 === sha256 && story.discardedAt === undefined
  if (!same) await requireReplaceable(trx, body, story)
  const slip: KeptSlip = {
    direction: 'in',
    state: 'taken',
    body,
    takenAt: at,
    recordSha256: sha256,
    ...(same && { says: '这个故事已经在这里，内容一样。' }),
  }
  await keepSlip(trx, slip, person, at)
  if (same) return
  const by = reviewerName(body.sender)
  const begun = story ?? beginStory(record, by, now, body.storyId)
  const office = await readOffice(trx)
  const submitted = afterStep({ ...begun, record }, { step: 'submit', today: localDate(now), office })
  const kept = await saveStory(trx, { ...submitted, updatedAt: laterThan(begun.updatedAt, now) })
  const facts = {
    subject: 'story' as const,
    subjectId: kept.id,
    at,
    by,
    record: kept.recordSha256,
    detail: { slip: body.id, sender: body.sender.publicKey },
  }
  await appendEvent(trx, { ...facts, type: story ? 'edit' : 'create' })
  const from = story?.state ?? 'draft'
  await appendEvent(trx, { ...facts, type: 'step', step: 'submit', from, to: 'submitted' })
}

/**
 * Carries out an answer: the step, its remarks, and that the answer has been carried out, all or nothing.
 * @throws {ProcessError}
 */
export async function carryOutAnswer(trx: Db, step: StepToApply, slipId: string, now: Date): Promise<KeptStory> {
  const slip = await findSlip(trx, slipId)
  if (slip?.body.type !== 'review-answer' || slip.state !== 'waiting') throw slipError('SLIP_NOT_FOUND')
  const kept = await applyStep(trx, step, now)
  const at = now.toISOString()
  for (const [index, remark] of slip.body.remarks.entries()) {
    const { type, field, quote, text } = remark
    const id = `${slipId}-${index}`
    const meant = type === 'change' ? { for: 'writer' as const } : {}
    await addTask(trx, { id, storyId: kept.id, type, field, quote, text, by: step.by.name, at, ...meant })
  }
  await settleSlip(trx, slip, { state: 'taken' })
  const request = await findSlip(trx, slip.body.request)
  if (request) await settleSlip(trx, request, { state: 'answered' })
  return kept
}

/** Who verified a source elsewhere is not somebody of this office: here it is looked at anew. */
const unverified = (record: StoryRecord): StoryRecord => ({
  ...record,
  sources: record.sources.map(({ verified: _, ...source }) => source),
})

async function requireReplaceable(trx: Db, body: Submission, story: KeptStory | undefined): Promise<void> {
  if (!story) {
    // Its id would make it a further version of something else.
    if (await findItem(trx, body.storyId)) throw slipError('SLIP_FOREIGN')
    return
  }
  const before = (await findSubmissions(trx, body.storyId)).filter(({ sender }) => sender === body.sender.publicKey)
  if (before.length === 0) throw slipError('SLIP_FOREIGN')
  const isOpen = story.discardedAt === undefined && (story.state === 'draft' || story.state === 'submitted')
  const isUntouched = before.some(({ record }) => record === story.recordSha256)
  if (!isOpen || story.revision !== undefined || !isUntouched) throw slipError('SLIP_STORY_CHANGED')
}

async function tellSlip(trx: Db, { body, direction }: KeptSlip, person: OfficePerson, at: string): Promise<void> {
  const detail: StoryEvent['detail'] = {
    person: person.id,
    slip: body.id,
    type: body.type,
    ...(direction === 'in' && { sender: body.sender.publicKey, senderName: body.sender.name }),
    ...(body.type !== 'submission' && { step: body.step }),
    ...(body.type === 'review-answer' && { answer: body.answer }),
  }
  await appendEvent(trx, {
    subject: 'story',
    subjectId: body.storyId,
    at,
    by: person.name,
    type: direction === 'in' ? 'slip-taken' : 'slip-sent',
    reason: body.note,
    record: body.recordSha256,
    detail,
  })
}

/** What others call a picture is believed no further than that it may be shown as one. */
const blobOf = ({ sha256, size, mediaType }: SlipFile) => ({
  sha256,
  size,
  mediaType: /^(?:image|video|audio)\/[a-z0-9.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream',
})
