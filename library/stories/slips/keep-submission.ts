import type { Kysely } from 'kysely'
import { findItem } from '../../items/items.repository.ts'
import { localDate } from '../../items/record-revision.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { laterThan } from '../../templates/forms/later-than.ts'
import { beginStory } from '../begin-story.ts'
import type { KeptStory } from '../kept-story.ts'
import { afterStep } from '../process/after-step.ts'
import { appendEvent } from '../process/event-chain.ts'
import type { OfficePerson } from '../process/process-view.ts'
import { readOffice } from '../process/story-office.ts'
import { canonicalRecord } from '../record-hash.ts'
import { findStory, saveStory } from '../stories.repository.ts'
import type { StoryRecord } from '../story.schema.ts'
import { keepSlip } from './keep-slip.ts'
import type { Submission } from './slip.schema.ts'
import { slipError } from './slip-error.ts'
import { reviewerName } from './slip-sender.ts'
import { findSlip, findSubmissions, type KeptSlip } from './slips.repository.ts'

type Db = Kysely<LibraryTables>

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
