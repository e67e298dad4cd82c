import type { Kysely } from 'kysely'
import type { LibraryTables, ReportTable } from '../store/schema.ts'
import { titledItems, toAnswer } from './answer-items.ts'
import type { LetterReport, ReportKind } from './report-letter.ts'
import type { Report } from './report-view.ts'
import { createIdentity, reportNumber, type SenderIdentity } from './sender-identity.ts'

type Db = Kysely<LibraryTables>

/** A discarded report can be brought back for so long. Milliseconds. */
const BROUGHT_BACK = 3600 * 1000

/** What a person wrote, before it has a number. */
export type NewReport = Pick<
  Report,
  'id' | 'kind' | 'text' | 'itemId' | 'title' | 'anchor' | 'revision' | 'quote' | 'gapId' | 'createdAt'
>

/** Newest first, without the discarded. */
export async function listReports(db: Db): Promise<Report[]> {
  const rows = await db
    .selectFrom('report')
    .where('discarded_at', 'is', null)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const titled = await titledItems(
    db,
    rows.map((row) => row.answer_items),
  )
  return rows.map((row) => toReport(row, titled))
}

/** Gives a report its number; the first one gives the library its key. */
export async function insertReport(db: Db, report: NewReport): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await forgetDiscarded(trx, report.createdAt)
    const { public_key, last_number } = await ensureIdentity(trx, report.createdAt)
    await trx
      .updateTable('report_identity')
      .set({ last_number: last_number + 1 })
      .execute()
    await trx
      .insertInto('report')
      .values({
        id: report.id,
        number: reportNumber(public_key, last_number + 1),
        kind: report.kind,
        text: report.text,
        item_id: report.itemId ?? null,
        title: report.title ?? null,
        anchor: report.anchor ?? null,
        revision: report.revision ?? null,
        quote: report.quote ?? null,
        gap_id: report.gapId ?? null,
        created_at: report.createdAt,
        exported_at: null,
        discarded_at: null,
        answer: null,
        answered_on: null,
        answer_items: null,
        answer_taken_at: null,
        answer_seen_at: null,
      })
      .execute()
  })
}

async function ensureIdentity(trx: Db, at: string) {
  const found = await trx.selectFrom('report_identity').selectAll().executeTakeFirst()
  if (found) return found
  const { privateKey, publicKey } = createIdentity()
  const made = { id: 1, private_key: privateKey, public_key: publicKey, last_number: 0, created_at: at }
  await trx.insertInto('report_identity').values(made).execute()
  return made
}

/** The key that signs what leaves this library, made at the first need. */
export async function ensureSenderIdentity(db: Db, at: string): Promise<SenderIdentity> {
  const row = await db.transaction().execute((trx) => ensureIdentity(trx, at))
  return { privateKey: row.private_key, publicKey: row.public_key }
}

/** The key that signs this library's letters; none before the first report. */
export async function findIdentity(db: Db): Promise<SenderIdentity | undefined> {
  const row = await db.selectFrom('report_identity').select(['private_key', 'public_key']).executeTakeFirst()
  return row && { privateKey: row.private_key, publicKey: row.public_key }
}

/** Leaves alone what was exported: that is in others' hands. */
export async function updateReport(db: Db, id: string, text: string): Promise<void> {
  await db.updateTable('report').set({ text }).where('id', '=', id).where('exported_at', 'is', null).execute()
}

/** @param at null brings it back */
export async function discardReport(db: Db, id: string, at: string | null): Promise<void> {
  if (at !== null) await forgetDiscarded(db, at)
  await db.updateTable('report').set({ discarded_at: at }).where('id', '=', id).execute()
}

async function forgetDiscarded(db: Db, now: string): Promise<void> {
  const before = new Date(new Date(now).getTime() - BROUGHT_BACK).toISOString()
  await db.deleteFrom('report').where('discarded_at', '<', before).execute()
}

/** Only as far as they still say what was written to the file. */
export async function markReportsExported(
  db: Db,
  reports: readonly Pick<LetterReport, 'number' | 'text'>[],
  at: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { number, text } of reports) {
      await trx
        .updateTable('report')
        .set({ exported_at: at })
        .where('number', '=', number)
        .where('text', '=', text)
        .execute()
    }
  })
}

export async function markAnswerSeen(db: Db, id: string, at: string): Promise<void> {
  await db
    .updateTable('report')
    .set({ answer_seen_at: at })
    .where('id', '=', id)
    .where('answer', 'is not', null)
    .where('answer_seen_at', 'is', null)
    .execute()
}

/** A report as a letter says it. */
export const toLetterReport = (report: Omit<Report, 'id'>): LetterReport => ({
  number: report.number,
  kind: report.kind,
  text: report.text,
  writtenAt: report.createdAt,
  ...(report.itemId !== undefined && { itemId: report.itemId }),
  ...(report.title !== undefined && { title: report.title }),
  ...(report.anchor !== undefined && { anchor: report.anchor }),
  ...(report.revision !== undefined && { revision: report.revision }),
  ...(report.quote !== undefined && { quote: report.quote }),
})

/** @param titled titles of the items that answers name */
export const toReport = (row: ReportTable, titled: ReadonlyMap<string, string>): Report => ({
  id: row.id,
  number: row.number,
  kind: row.kind as ReportKind,
  text: row.text,
  itemId: row.item_id ?? undefined,
  title: row.title ?? undefined,
  anchor: row.anchor ?? undefined,
  revision: row.revision ?? undefined,
  quote: row.quote ?? undefined,
  gapId: row.gap_id ?? undefined,
  createdAt: row.created_at,
  exportedAt: row.exported_at ?? undefined,
  answer: toAnswer(row, titled),
  answerTakenAt: row.answer_taken_at ?? undefined,
  answerSeenAt: row.answer_seen_at ?? undefined,
})
