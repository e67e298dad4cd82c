import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { LibraryTables } from '../store/schema.ts'
import type { ReportAnswer } from './report-view.ts'

/** How a column holds the items an answer names: a JSON list of ids, or null. */
const StoredItems = z.array(z.string())

export const itemsFromColumn = (stored: string | null): string[] =>
  stored ? StoredItems.parse(JSON.parse(stored)) : []
export const itemsToColumn = (items: readonly string[] | undefined): string | null =>
  items && items.length > 0 ? JSON.stringify(items) : null

interface AnswerColumns {
  readonly answer: string | null
  readonly answered_on: string | null
  readonly answer_items: string | null
}

/** The titles of all items that answers name, as far as this library holds them. */
export async function titledItems(
  db: Kysely<LibraryTables>,
  stored: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(stored.flatMap(itemsFromColumn))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('item')
    .where('id', 'in', ids)
    .where('put_away_at', 'is', null)
    .select(['id', 'title'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

export function toAnswer(row: AnswerColumns, titled: ReadonlyMap<string, string>): ReportAnswer | undefined {
  if (row.answer === null || row.answered_on === null) return undefined
  const items = itemsFromColumn(row.answer_items).map((itemId) => ({ itemId, title: titled.get(itemId) }))
  return { text: row.answer, answeredOn: row.answered_on, items }
}
