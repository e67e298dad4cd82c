import { type Kysely, sql } from 'kysely'
import type { LibraryTables, MaterialSummaryTable } from '../../store/schema.ts'
import { foldWords } from '../../stories/summaries/keep-summary.ts'
import type { KeptMaterial } from './kept-material.ts'
import type { MaterialType } from './material.schema.ts'
import { type MaterialFacts, materialFacets, materialFacts, materialKey } from './material-facts.ts'
import type { MaterialFilter, MaterialSummary } from './material-view.ts'

type Db = Kysely<LibraryTables>

/** A material as lists need it, made here or an item of the library. */
export type ListedMaterial = Pick<
  KeptMaterial,
  'id' | 'record' | 'recordSha256' | 'itemId' | 'revision' | 'updatedAt' | 'discardedAt'
> & { readonly own: boolean }

/** What a list says of a material, in the caller's transaction. */
export async function saveSummary(trx: Db, material: ListedMaterial): Promise<void> {
  const facts = materialFacts(material.record)
  await putSummary(trx, {
    id: material.id,
    own: material.own ? 1 : 0,
    type: material.record.type,
    title: material.record.title,
    search_key: materialKey(material.record),
    facets: materialFacets(facts),
    facts: JSON.stringify(facts),
    record_sha256: material.recordSha256,
    item_id: material.itemId ?? null,
    revision: material.revision ?? null,
    updated_at: material.updatedAt,
    discarded_at: material.discardedAt ?? null,
  })
}

export async function putSummary(trx: Db, row: MaterialSummaryTable): Promise<void> {
  const { id, own, ...columns } = row
  await trx
    .insertInto('material_summary')
    .values(row)
    .onConflict((conflict) => conflict.columns(['id', 'own']).doUpdateSet(columns))
    .execute()
}

export async function deleteSummary(trx: Db, id: string, own: boolean): Promise<void> {
  await trx
    .deleteFrom('material_summary')
    .where('id', '=', id)
    .where('own', '=', own ? 1 : 0)
    .execute()
}

export interface FoundSummaries {
  readonly total: number
  readonly rows: readonly MaterialSummaryTable[]
}

/**
 * Materials by a filter, the newest first. An item that a material made here has become is listed as that material.
 * @param among only these, by id
 */
export async function findSummaries(
  db: Db,
  filter: Omit<MaterialFilter, 'changed'>,
  among?: readonly string[],
): Promise<FoundSummaries> {
  let query = db.selectFrom('material_summary')
  query =
    filter.discarded === true ? query.where('discarded_at', 'is not', null) : query.where('discarded_at', 'is', null)
  // What is not made here is an item of the library, unless it is listed as made here; one that cannot be read is none.
  query = query.where((where) =>
    where.or([
      where('own', '=', 1),
      where.and([
        where('type', '!=', ''),
        where.exists(
          where
            .selectFrom('item')
            .whereRef('item.id', '=', 'material_summary.id')
            .where('put_away_at', 'is', null)
            .select('item.id'),
        ),
        where.not(
          where.exists(
            where
              .selectFrom('material_summary as mine')
              .whereRef('mine.id', '=', 'material_summary.id')
              .where('mine.own', '=', 1)
              .where('mine.discarded_at', 'is', null)
              .select('mine.id'),
          ),
        ),
      ]),
    ]),
  )
  if (among) query = query.where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(among)}))`)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (filter.own !== undefined) query = query.where('own', '=', filter.own ? 1 : 0)
  const facets = [
    ...(filter.kind ? [`kind ${filter.kind}`] : []),
    ...(filter.topic ? [`topic ${filter.topic}`] : []),
    ...(filter.post ? [`post ${filter.post}`] : []),
  ]
  for (const facet of facets) query = query.where(sql<number>`instr(facets, ${`\n${facet}\n`})`, '>', 0)
  if (filter.level) {
    const { level } = filter
    // What is for everybody is for this level too.
    query = query.where((where) =>
      where.or([level, 'all'].map((one) => where(sql<number>`instr(facets, ${`\nlevel ${one}\n`})`, '>', 0))),
    )
  }
  const typed = (filter.q ?? '').trim()
  for (const word of typed.split(/\s+/u).map(foldWords).filter(Boolean)) {
    query = query.where((where) =>
      where.or([where(sql<number>`instr(search_key, ${word})`, '>', 0), where('id', 'like', `${likeText(typed)}%`)]),
    )
  }
  const { total } = await query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('own', 'desc')
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { total, rows }
}

const likeText = (text: string) => text.replace(/[%_]/gu, '')

/** The columns hold what this folder wrote. */
export function toSummary(row: MaterialSummaryTable, changed: number): MaterialSummary {
  return {
    id: row.id,
    type: row.type as MaterialType,
    title: row.title,
    own: row.own === 1,
    ...(JSON.parse(row.facts) as MaterialFacts),
    changed,
    itemId: row.item_id ?? undefined,
    updatedAt: row.updated_at,
  }
}
