import { type Kysely, sql } from 'kysely'
import type { ItemKind } from '../../items/item-kind.ts'
import type { Validity } from '../../items/validity.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { foldText } from '../han-text.ts'

/** What is offered while typing, of one item. */
export interface ListedTitle {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  /** The title's key and those of its other names, as `identityTitle` has them, folded. */
  readonly keys: readonly string[]
  /** The title in full, and its other names: folded, without 书名号 and blanks. */
  readonly names: readonly string[]
  readonly validity: Validity
  readonly documentNumber?: string | undefined
}

/** The titles of a library that are not put away, as they were after the change `seq`. */
export interface TitleList {
  readonly seq: number
  readonly titles: ReadonlyMap<string, ListedTitle>
  readonly topics: readonly string[]
}

/** More changes than this are read sooner by reading everything. */
const MOST_PATCHED = 500

/** Reads the list, or only what changed since `before`; gives `before` itself when nothing did. */
export async function readTitleList(db: Kysely<LibraryTables>, before?: TitleList): Promise<TitleList> {
  const newest = await db.selectFrom('change').select(sql<number | null>`max(seq)`.as('seq')).executeTakeFirst()
  const seq = newest?.seq ?? 0
  if (before?.seq === seq) return before
  const changed = before && before.seq < seq ? await changedItems(db, before.seq) : undefined
  const patched = changed && changed.length <= MOST_PATCHED ? changed : undefined
  let query = db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .select(['id', 'kind', 'title', 'title_key', 'validity', 'document_number'])
  if (patched) query = query.where('id', 'in', patched)
  const titles = new Map(patched && before?.titles)
  for (const id of patched ?? []) titles.delete(id)
  for (const row of await query.execute()) {
    titles.set(
      row.id,
      listTitle({
        itemId: row.id,
        kind: row.kind as ItemKind,
        title: row.title,
        keys: row.title_key.split('\n'),
        validity: row.validity as Validity,
        ...(row.document_number !== null && { documentNumber: row.document_number }),
      }),
    )
  }
  const topics = await db.selectFrom('item_topic').select('topic').distinct().execute()
  return { seq, titles, topics: topics.map((row) => row.topic) }
}

/** Fills in the names, which cost too much to make for each keystroke. */
export function listTitle(title: Omit<ListedTitle, 'names'>): ListedTitle {
  const full = bareTitle(foldText(title.title))
  // The first key is that of the title itself, which `full` holds unless it left out more than the state.
  const others = title.keys.filter((key) => key !== '' && !full.endsWith(key))
  return { ...title, names: [full, ...others] }
}

/** A folded title without 书名号 and blanks. */
export const bareTitle = (folded: string): string => folded.replace(/[\s《》〈〉「」"“”]/g, '')

async function changedItems(db: Kysely<LibraryTables>, seq: number): Promise<string[]> {
  const rows = await db
    .selectFrom('change')
    .where('seq', '>', seq)
    .select('item_id')
    .distinct()
    .limit(MOST_PATCHED + 1)
    .execute()
  return rows.map((row) => row.item_id)
}
