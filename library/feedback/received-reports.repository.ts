import type { Kysely } from 'kysely'
import type { LibraryTables, ReceivedReportTable } from '../store/schema.ts'
import type { ReportAnswers } from '../updates/repository-format.ts'
import { itemsFromColumn, itemsToColumn, titledItems, toAnswer } from './answer-items.ts'
import { LetterReport, type ReportKind, type ReportLetter } from './report-letter.ts'
import type { ReceivedReport } from './report-view.ts'
import { reportDigest } from './sender-identity.ts'

type Db = Kysely<LibraryTables>

/** Of all answers in a pack, which every reader fetches. Bytes before packing. */
const LARGEST_ANSWERS = 8 * 1024 * 1024

/** The passage a report is about, as the `facts` column holds it. */
const Facts = LetterReport.pick({ itemId: true, title: true, anchor: true, revision: true, quote: true }).strip()

/** The unanswered first, then the newest. */
export async function listReceived(db: Db): Promise<ReceivedReport[]> {
  const rows = await db
    .selectFrom('received_report')
    .selectAll()
    .orderBy('answered_on', (order) => order.desc().nullsFirst())
    .orderBy('received_at', 'desc')
    .orderBy('number')
    .execute()
  const titled = await titledItems(
    db,
    rows.map((row) => row.answer_items),
  )
  return rows.map((row) => toReceived(row, titled))
}

/**
 * Takes in the reports of an opened letter, each once.
 * @returns how many are new
 */
export async function insertReceived(db: Db, letter: ReportLetter, at: string): Promise<number> {
  const { publicKey, name } = letter.sender
  return db.transaction().execute(async (trx) => {
    let taken = 0
    for (const report of letter.reports) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('received_report')
        .values({
          id: reportDigest(publicKey, report),
          number: report.number,
          sender: publicKey,
          sender_name: name ?? null,
          kind: report.kind,
          facts: JSON.stringify(Facts.parse(report)),
          text: report.text,
          written_at: report.writtenAt,
          received_at: at,
          answer: null,
          answered_on: null,
          answer_items: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      taken += Number(numInsertedOrUpdatedRows ?? 0)
    }
    return taken
  })
}

export async function answerReceived(
  db: Db,
  id: string,
  answer: { readonly text: string; readonly items: readonly string[]; readonly answeredOn: string },
): Promise<void> {
  await db
    .updateTable('received_report')
    .set({ answer: answer.text, answered_on: answer.answeredOn, answer_items: itemsToColumn(answer.items) })
    .where('id', '=', id)
    .execute()
}

/**
 * The answers given here, as a pack carries them to everybody: of the questions nothing but number and digest.
 * The newest, as many as fit a pack; older ones came with earlier packs.
 */
export async function collectAnswers(db: Db): Promise<ReportAnswers> {
  const rows = await db
    .selectFrom('received_report')
    .where('answer', 'is not', null)
    .where('answered_on', 'is not', null)
    .select(['id', 'number', 'answer', 'answered_on', 'answer_items'])
    .orderBy('answered_on', 'desc')
    .orderBy('id')
    .execute()
  const answers: ReportAnswers['answers'] = []
  let room = LARGEST_ANSWERS
  for (const { id, number, answer, answered_on, answer_items } of rows) {
    if (answer === null || answered_on === null) continue
    const items = itemsFromColumn(answer_items)
    const given = { number, report: id, answer, answeredOn: answered_on, ...(items.length > 0 && { items }) }
    room -= Buffer.byteLength(JSON.stringify(given))
    if (room < 0) break
    answers.push(given)
  }
  return { format: 1, answers }
}

function toReceived(row: ReceivedReportTable, titled: ReadonlyMap<string, string>): ReceivedReport {
  return {
    id: row.id,
    number: row.number,
    senderName: row.sender_name ?? undefined,
    kind: row.kind as ReportKind,
    text: row.text,
    ...Facts.parse(JSON.parse(row.facts)),
    writtenAt: row.written_at,
    receivedAt: row.received_at,
    answer: toAnswer(row, titled),
  }
}
