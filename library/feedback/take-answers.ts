import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { ReportAnswers } from '../updates/repository-format.ts'
import { itemsToColumn } from './answer-items.ts'
import { findIdentity, toLetterReport, toReport } from './reports.repository.ts'
import { reportDigest } from './sender-identity.ts'

/**
 * Stores what a pack answers to this library's own reports, inside the transaction of the update; answers to
 * others' are passed over. An older answer, as an earlier version of a channel holds it, never replaces a newer one.
 * @param at ISO date-time
 * @returns how many answers are new or say something new
 */
export async function takeAnswers(trx: Kysely<LibraryTables>, { answers }: ReportAnswers, at: string): Promise<number> {
  const identity = await findIdentity(trx)
  if (!identity) return 0
  const rows = await trx.selectFrom('report').where('exported_at', 'is not', null).selectAll().execute()
  const sent = new Map(rows.map((row) => [row.number, row]))
  let taken = 0
  for (const { number, report, answer, answeredOn, items } of answers) {
    const row = sent.get(number)
    if (!row) continue
    const digest = reportDigest(identity.publicKey, toLetterReport(toReport(row, new Map())))
    if (report !== undefined && report !== digest) continue
    const stored = { answer, answered_on: answeredOn, answer_items: itemsToColumn(items) }
    const isNewer = row.answered_on === null || answeredOn >= row.answered_on
    const isSame = row.answer === answer && row.answer_items === stored.answer_items
    if (!isNewer || isSame) continue
    await trx
      .updateTable('report')
      .set({ ...stored, answer_taken_at: at, answer_seen_at: null })
      .where('id', '=', row.id)
      .execute()
    sent.set(number, { ...row, ...stored })
    taken += 1
  }
  return taken
}
