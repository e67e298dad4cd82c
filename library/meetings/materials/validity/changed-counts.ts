import { type Kysely, sql } from 'kysely'
import { AppError } from '../../../errors/app-error.ts'
import { localDate } from '../../../items/record-revision.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import type { LibraryTables } from '../../../store/schema.ts'
import { findRecord } from '../find-record.ts'
import { examineRecord } from './find-changes.ts'

type Db = Kysely<LibraryTables>

/** What was counted, as long as neither the library nor the material nor the day is another. */
const remembered = new WeakMap<Db, Map<string, { readonly of: string; readonly changed: number }>>()

/** How many of the things that each of these materials cites are newer here, or went; those with none are left out. */
export async function changedIn(library: LibraryAccess, ids: readonly string[]): Promise<Map<string, number>> {
  return count(library, await candidates(library.db, ids))
}

/** All materials with something newer here. */
export async function materialsWithChanges(library: LibraryAccess): Promise<Map<string, number>> {
  return count(library, await candidates(library.db, undefined))
}

async function count(library: LibraryAccess, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (ids.length === 0) return counts
  const today = localDate(library.clock())
  const state = `${today} ${await newestChange(library.db)}`
  const known = remembered.get(library.db) ?? new Map()
  remembered.set(library.db, known)
  for (const id of ids) {
    const found = await findRecord(library, id).catch((error: unknown) => {
      if (error instanceof AppError) return undefined
      throw error
    })
    if (!found) continue
    const of = `${state} ${found.updatedAt} ${found.revision ?? ''}`
    const before = known.get(id)
    const changed = before?.of === of ? before.changed : await countOf(library, found.record, today)
    known.set(id, { of, changed })
    if (changed > 0) counts.set(id, changed)
  }
  return counts
}

const countOf = async (library: LibraryAccess, record: Parameters<typeof examineRecord>[1], today: string) =>
  (await examineRecord(library, record, today)).filter(({ change }) => change && !change.kept).length

/** Own materials change without a change of the library; those that were taken in are looked at each time. */
async function newestChange(db: Db): Promise<string> {
  const { seq } = await db
    .selectFrom('change')
    .select((select) => select.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  const { at } = await db
    .selectFrom('material')
    .select((select) => select.fn.max('updated_at').as('at'))
    .executeTakeFirstOrThrow()
  return `${seq ?? 0} ${at ?? ''}`
}

/** Materials that cite something of which there is another revision here, that ended, or that went or never was here. */
async function candidates(db: Db, ids: readonly string[] | undefined): Promise<string[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('material_citation as cited')
    .leftJoin('item', 'item.id', 'cited.item_id')
    .leftJoin('material', 'material.id', 'cited.item_id')
    .$if(ids !== undefined, (query) =>
      query.where('cited.material_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    )
    .where((where) =>
      where.or([
        where.and([where('item.id', 'is', null), where('material.id', 'is', null)]),
        where('item.put_away_at', 'is not', null),
        where('item.current_revision', '!=', sql<string>`cited.revision`),
        where.and([
          where('item.validity', 'in', ['repealed', 'expired']),
          where(sql<string>`coalesce(cited.validity, '')`, '!=', sql<string>`item.validity`),
        ]),
        where('material.record_sha256', '!=', sql<string>`cited.revision`),
      ]),
    )
    .select('cited.material_id')
    .distinct()
    .execute()
  return rows.map(({ material_id }) => material_id)
}
