import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { OfficePerson } from '../process/process-view.ts'
import { addTask } from '../process/tasks.repository.ts'
import { keepSlip } from './keep-slip.ts'
import type { ReviewAnswer } from './slip.schema.ts'
import { reviewerName } from './slip-sender.ts'
import { findSlip, settleSlip } from './slips.repository.ts'

/**
 * Takes in that a story submitted from here was sent back, while it is still a draft here: there is no step to take,
 * and what has to change stands beside it.
 */
export async function keepReturn(
  trx: Kysely<LibraryTables>,
  body: ReviewAnswer,
  person: OfficePerson,
  at: string,
): Promise<void> {
  const says = '对方退回修改。要改的写在故事的“意见”里，改好了再写一份报送件。'
  if (!(await keepSlip(trx, { direction: 'in', state: 'taken', says, body, takenAt: at }, person, at))) return
  const by = reviewerName(body.sender)
  const said = body.note === undefined ? body.remarks : [{ type: 'change' as const, text: body.note }, ...body.remarks]
  for (const [index, remark] of said.entries()) {
    const { type, field, quote, text } = remark
    const meant = type === 'change' ? { for: 'writer' as const } : {}
    await addTask(trx, { id: `${body.id}-${index}`, storyId: body.storyId, type, field, quote, text, by, at, ...meant })
  }
  const submission = await findSlip(trx, body.request)
  if (submission) await settleSlip(trx, submission, { state: 'answered' })
}
