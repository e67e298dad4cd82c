import { type Kysely, sql } from 'kysely'
import { identityTitle } from '../items/item-identity.ts'
import type { ItemKind } from '../items/item-kind.ts'
import type { Validity } from '../items/validity.ts'
import type { LibraryTables } from '../store/schema.ts'
import { foldText } from './han-text.ts'
import type { Suggestion } from './search-view.ts'

/**
 * Titles for what has been typed so far: those that begin with it, then those that hold it,
 * by characters or by pinyin initials (zjd for 宅基地…).
 */
export async function suggestTitles(db: Kysely<LibraryTables>, typed: string, limit: number): Promise<Suggestion[]> {
  const key = identityTitle(foldText(typed.slice(0, 60)))
  if (key === '') return []
  const initials = /^[a-z0-9]+$/.test(key)
  const inTitle = sql<number>`instr(title_key, ${key})`
  const inInitials = initials ? sql<number>`instr(title_initials, ${key})` : sql<number>`0`
  const rows = await db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .where((where) => where.or([where(inTitle, '>', 0), where(inInitials, '>', 0)]))
    .select(['id', 'kind', 'title', 'validity'])
    .orderBy(sql`CASE WHEN ${inTitle} = 1 THEN 0 WHEN ${inInitials} = 1 THEN 1 WHEN ${inTitle} > 1 THEN 2 ELSE 3 END`)
    .orderBy(sql`validity <> 'in-force'`)
    .orderBy(sql`length(title)`)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    itemId: row.id,
    kind: row.kind as ItemKind,
    title: row.title,
    validity: row.validity as Validity,
  }))
}
