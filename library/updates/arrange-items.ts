import type { Kysely } from 'kysely'
import { arrangeHistory, type RevisionDates } from '../items/arrange-history.ts'
import { summaryColumns } from '../items/record-revision.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import { changeRows, listed, writeRows } from '../store/many-rows.ts'
import type { ItemTable, LibraryTables } from '../store/schema.ts'
import type { ArrivingSummary } from './record-arriving.ts'

type Db = Kysely<LibraryTables>

/** An item, and the revisions of it that count: one at least. */
export interface ItemToArrange {
  readonly item: ItemTable
  readonly counting: readonly RevisionDates[]
}

/** Texts read at once: they may be long. */
const TEXTS_TOGETHER = 50

/**
 * Decides which revision is current today, for many items in the caller's transaction, and tells the index. The same
 * as arranging each by itself, without reading texts of which the row says enough already.
 */
export async function arrangeItems(
  trx: Db,
  items: readonly ItemToArrange[],
  { at, today }: { readonly at: string; readonly today: string },
): Promise<void> {
  const arranged = items.map(({ item, counting }) => ({ item, history: arrangeHistory(counting, today) }))
  const [kept, replaced] = [true, false].map((same) =>
    arranged.filter(({ item, history }) => (item.current_revision === history.current.revision.sha256) === same),
  ) as [typeof arranged, typeof arranged]
  const summaries = await summariesOf(
    trx,
    replaced.map(({ history }) => history.current.revision.sha256),
  )
  const placeOf = ({ item, history }: (typeof arranged)[number]) => ({
    current_revision: history.current.revision.sha256,
    validity: history.current.validity,
    revisions: history.revisions.length,
    next_change_on: history.nextChangeOn ?? null,
    updated_at: at,
    put_away_at: item.put_away_at,
    channel: item.channel,
  })
  await changeRows(
    trx,
    'item',
    'id',
    kept.map((one) => ({ id: one.item.id, ...placeOf(one) })),
  )
  await changeRows(
    trx,
    'item',
    'id',
    replaced.map((one) => ({
      id: one.item.id,
      ...summaries.get(one.history.current.revision.sha256)?.columns,
      ...placeOf(one),
    })),
  )
  if (replaced.length > 0) {
    const ids = listed(replaced.map(({ item }) => item.id))
    await trx.deleteFrom('item_topic').where('item_id', 'in', ids).execute()
  }
  const topics = replaced.flatMap(({ item, history }) => {
    const all = summaries.get(history.current.revision.sha256)?.topics ?? []
    return [...new Set(all)].map((topic) => ({ item_id: item.id, topic }))
  })
  await writeRows(trx, 'item_topic', topics, 'is refused')
  await writeRows(
    trx,
    'change',
    arranged.map(({ item }) => ({ item_id: item.id, at })),
    'is refused',
  )
}

/** What items' rows say of these revisions: made ready when they arrived, or read from their texts. */
async function summariesOf(trx: Db, names: readonly string[]): Promise<Map<string, ArrivingSummary>> {
  const arrived = await trx
    .selectFrom('arriving_revision')
    .where('sha256', 'in', listed(names))
    .select(['sha256', 'summary'])
    .execute()
  const summaries = new Map(arrived.map((row) => [row.sha256, JSON.parse(row.summary) as ArrivingSummary]))
  const rest = names.filter((name) => !summaries.has(name))
  for (let from = 0; from < rest.length; from += TEXTS_TOGETHER) {
    const rows = await trx
      .selectFrom('revision')
      .where('sha256', 'in', listed(rest.slice(from, from + TEXTS_TOGETHER)))
      .select(['sha256', 'content'])
      .execute()
    for (const row of rows) {
      const content = RevisionContent.parse(JSON.parse(row.content))
      summaries.set(row.sha256, { columns: summaryColumns(content), topics: content.topics ?? [] })
    }
  }
  return summaries
}
