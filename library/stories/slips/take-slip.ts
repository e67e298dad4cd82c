import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { findIdentity } from '../../feedback/reports.repository.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { OfficePerson } from '../process/process-view.ts'
import { findStory } from '../stories.repository.ts'
import { type CarryOutWrites, carryOutWaiting } from './carry-out-waiting.ts'
import { openSlip } from './open-slip.ts'
import { rewrittenLink } from './rewritten-record.ts'
import type { ReviewAnswer, SlipBody, Submission } from './slip.schema.ts'
import { slipError } from './slip-error.ts'
import { findAnswers, findRequestsFrom, findSlip, type KeptSlip } from './slips.repository.ts'

/** What taking in writes, done by the writer's thread. */
export interface TakeWrites extends CarryOutWrites {
  keepSlip(slip: KeptSlip, person: OfficePerson): Promise<boolean>
  keepSubmission(body: Submission, person: OfficePerson): Promise<unknown>
  keepReturn(body: ReviewAnswer, person: OfficePerson): Promise<unknown>
}

/**
 * Takes in a file that came from another office: a story told there, a request to review one, or the answer to a
 * request of ours. The same file again is the same again, and does nothing.
 * @param work a folder for what is unsealed; cleared again
 * @returns the slip as it is kept now
 * @throws {SlipError} nothing is changed then
 */
export async function takeSlip(
  library: LibraryAccess,
  writes: TakeWrites,
  given: {
    readonly file: string
    readonly passphrase?: string | undefined
    readonly person: OfficePerson
    readonly work: string
  },
): Promise<{ readonly slip: KeptSlip; readonly again: boolean }> {
  const folder = await mkdtemp(path.join(given.work, 'slip-'))
  try {
    const { body, storeFiles } = await openSlip(given.file, folder, given.passphrase)
    const before = await findSlip(library.db, body.id)
    if (before?.direction === 'in') {
      // What kept a waiting answer from its step may have been put right meanwhile.
      if (before.state === 'waiting') await carryOutWaiting(library, writes, body.storyId)
      return { slip: (await findSlip(library.db, body.id)) ?? before, again: true }
    }
    const own = (await findIdentity(library.db))?.publicKey === body.sender.publicKey
    if (before || own) throw slipError('SLIP_OWN')
    const takenAt = library.clock().toISOString()
    if (body.type === 'submission') {
      await storeFiles(library.blobs)
      await writes.keepSubmission(body, given.person)
    } else if (body.type === 'review-request') {
      await storeFiles(library.blobs)
      const rewritten = rewrittenLink(body, await findRequestsFrom(library.db, body.sender.publicKey))
      const says =
        rewritten === undefined
          ? undefined
          : `请留意：对方附来的办理记录和以前送来的对不上（第 ${rewritten} 条），可能改写过。请先打电话问清楚。`
      await writes.keepSlip({ direction: 'in', state: 'new', body, says, takenAt }, given.person)
    } else {
      await takeAnswer(library, writes, body, given.person, takenAt)
    }
    const slip = await findSlip(library.db, body.id)
    if (!slip) throw slipError('SLIP_NOT_FOUND')
    return { slip, again: false }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was asked for; of a submission, it may be sent back before it is verified. */
function stepAsked(asked: SlipBody, { answer }: ReviewAnswer): ReviewAnswer['step'] | undefined {
  if (asked.type === 'review-request') return asked.step
  return asked.type === 'submission' && answer === 'return' ? 'verify' : undefined
}

/** An answer is to a request of ours, whose id nobody knows but those who have it, and about what was in it. */
async function takeAnswer(
  library: LibraryAccess,
  writes: TakeWrites,
  answer: ReviewAnswer,
  person: OfficePerson,
  takenAt: string,
): Promise<void> {
  const request = await findSlip(library.db, answer.request)
  const isOurs =
    request?.direction === 'out' &&
    stepAsked(request.body, answer) === answer.step &&
    request.body.storyId === answer.storyId &&
    request.body.recordSha256 === answer.recordSha256
  if (!isOurs) throw slipError('SLIP_FOREIGN')
  const others = await findAnswers(library.db, request.body)
  const counts = others.find(({ state }) => state === 'taken' || state === 'waiting')
  if (counts) {
    const says = `这份送审件已经有过意见（${counts.body.sender.name}），先到的算数。`
    await writes.keepSlip({ direction: 'in', state: 'out-of-date', says, body: answer, takenAt }, person)
    return
  }
  if (request.body.type === 'submission') {
    const story = await findStory(library.db, answer.storyId)
    if (story?.state === 'draft' && story.discardedAt === undefined)
      return void (await writes.keepReturn(answer, person))
  }
  await writes.keepSlip({ direction: 'in', state: 'waiting', body: answer, takenAt }, person)
  await carryOutWaiting(library, writes, answer.storyId)
}
