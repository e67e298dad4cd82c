import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptStory } from '../kept-story.ts'
import { applyStep, type StepToApply } from '../process/apply-step.ts'
import { addTask } from '../process/tasks.repository.ts'
import { slipError } from './slip-error.ts'
import { findSlip, settleSlip } from './slips.repository.ts'

type Db = Kysely<LibraryTables>

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
