import type { Kysely } from 'kysely'
import { insertBlob } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { appendEvent } from '../process/event-chain.ts'
import type { OfficePerson, StoryEvent } from '../process/process-view.ts'
import type { SlipFile } from './slip.schema.ts'
import { insertSlip, type KeptSlip, settleSlip } from './slips.repository.ts'

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
