import { type Kysely, sql } from 'kysely'
import { AppError } from '../../../errors/app-error.ts'
import { newestChange } from '../../../items/items.repository.ts'
import { localDate } from '../../../items/record-revision.ts'
import type { LibraryAccess } from '../../../store/library-access.ts'
import type { LibraryTables } from '../../../store/schema.ts'
import { findRecord } from '../find-record.ts'
import { type CitedSources, openSources } from './cited-sources.ts'
import { examineRecord } from './find-changes.ts'

type Db = Kysely<LibraryTables>

interface Candidate {
  readonly id: string
  /** The same while neither the material nor a material that it took in is another. */
  readonly stamp: string
}

/** What was counted, as long as neither the library nor the material nor the day is another. */
const remembered = new WeakMap<Db, Map<string, { readonly of: string; readonly changed: number }>>()

/** How many of the things that each of these materials cites are newer here, or went; those with none are left out. */
export async function changedIn(library: LibraryAccess, ids: readonly string[]): Promise<Map<string, number>> {
  return ids.length === 0 ? new Map() : count(library, await candidates(library.db, ids))
}

/** All materials with something newer here. */
export async function materialsWithChanges(library: LibraryAccess): Promise<Map<string, number>> {
  return count(library, await candidates(library.db, undefined))
}

async function count(library: LibraryAccess, all: readonly Candidate[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (all.length === 0) return counts
  const today = localDate(library.clock())
  const state = `${today} ${await newestChange(library.db)}`
  const known = remembered.get(library.db) ?? new Map()
  remembered.set(library.db, known)
  const sources = openSources(library, today)
  for (const { id, stamp } of all) {
    const of = `${state} ${stamp}`
    const before = known.get(id)
    const changed = before?.of === of ? before.changed : await countOf(library, sources, id, today)
    known.set(id, { of, changed })
    if (changed > 0) counts.set(id, changed)
  }
  return counts
}

async function countOf(library: LibraryAccess, sources: CitedSources, id: string, today: string): Promise<number> {
  const found = await findRecord(library, id).catch((error: unknown) => {
    if (error instanceof AppError) return undefined
    throw error
  })
  if (!found) return 0
  return (await examineRecord(sources, found.record, today)).filter(({ change }) => change && !change.kept).length
}

/** Materials that cite something of which there is another revision here, that ended, or that went or never was here. */
async function candidates(db: Db, ids: readonly string[] | undefined): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('material_citation as cited')
    .leftJoin('item', 'item.id', 'cited.item_id')
    .leftJoin('material_summary as taken', (join) =>
      join.onRef('taken.id', '=', 'cited.item_id').on('taken.own', '=', 1).on('taken.discarded_at', 'is', null),
    )
    .leftJoin('material_summary as listed', (join) =>
      join.onRef('listed.id', '=', 'cited.material_id').on('listed.discarded_at', 'is', null),
    )
    .$if(ids !== undefined, (query) =>
      query.where('cited.material_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    )
    .where('cited.cite_id', 'not like', '《%')
    .where((where) =>
      where.or([
        where.and([where('item.id', 'is', null), where('taken.id', 'is', null)]),
        where('item.put_away_at', 'is not', null),
        where('item.current_revision', '!=', sql<string>`cited.revision`),
        where.and([
          where('item.validity', 'in', ['repealed', 'expired']),
          where(sql<string>`coalesce(cited.validity, '')`, '!=', sql<string>`item.validity`),
        ]),
        where('taken.record_sha256', '!=', sql<string>`cited.revision`),
      ]),
    )
    .select([
      'cited.material_id as id',
      sql<string>`group_concat(DISTINCT listed.record_sha256 || coalesce(listed.revision, '') || coalesce(taken.record_sha256, ''))`.as(
        'stamp',
      ),
    ])
    .groupBy('cited.material_id')
    .execute()
  return rows.map(({ id, stamp }) => ({ id, stamp: stamp ?? '' }))
}
