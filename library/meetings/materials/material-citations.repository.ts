import { type Kysely, sql } from 'kysely'
import type { LibraryTables, MaterialCitationTable } from '../../store/schema.ts'
import { titlePlace } from '../../stories/summaries/policy-place.ts'
import type { MaterialCitation } from './citations-of.ts'
import { isOnlyExplained } from './explained-text.ts'
import type { MaterialType } from './material.schema.ts'
import { PROVISION_NUMBER } from './passage-text.ts'

type Db = Kysely<LibraryTables>

/** SQLite takes a limited number of values at once. */
const AT_ONCE = 500

/**
 * What a material cites, in the place of what was there before: by the items that it names, and passages by their
 * title too, because a policy may be here under another id, or come only later.
 */
export async function saveCitations(
  trx: Db,
  materialId: string,
  citations: readonly MaterialCitation[],
): Promise<void> {
  await trx.deleteFrom('material_citation').where('material_id', '=', materialId).execute()
  const rows = citations.flatMap((citation) => rowsOf(materialId, citation))
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await trx
      .insertInto('material_citation')
      .values(rows.slice(at, at + AT_ONCE))
      .execute()
  }
}

function rowsOf(materialId: string, citation: MaterialCitation): MaterialCitationTable[] {
  const { citeId, what, title, provision = '', itemId, anchor, revision, keptBeside, validity } = citation
  const row = {
    material_id: materialId,
    cite_id: citeId,
    anchor: anchor ?? PROVISION_NUMBER.exec(provision)?.[0] ?? '',
    revision: revision ?? null,
    kept_beside: keptBeside ?? null,
    validity: validity ?? null,
  }
  const byItem = itemId === undefined ? [] : [{ ...row, item_id: itemId }]
  if (what !== 'passage' || title === '') return byItem
  // One that names an item is counted once: its title stands beside it under a name that no citation has, and is
  // looked for as long as only another text explains it.
  const waits = isOnlyExplained(citation.text)
  const cite_id = itemId === undefined ? citeId : `${waits ? '〈' : '《'}${citeId}`
  return [...byItem, { ...row, cite_id, item_id: titlePlace(title), revision: null }]
}

/** Where own materials of a type cite any of these items or titles, each place once, those changed last first. */
export async function findCiting(
  db: Db,
  type: MaterialType,
  places: readonly string[],
): Promise<{ id: string; title: string; place: string; anchor: string }[]> {
  return db
    .selectFrom('material_citation')
    .innerJoin('material_summary', (join) =>
      join.onRef('material_summary.id', '=', 'material_citation.material_id').on('own', '=', 1),
    )
    .where('type', '=', type)
    .where('discarded_at', 'is', null)
    .where('material_citation.item_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(places)}))`)
    .select(['material_summary.id', 'title', 'material_citation.item_id as place', 'anchor'])
    .distinct()
    .orderBy('material_summary.updated_at', 'desc')
    .orderBy('material_summary.id')
    .orderBy('anchor')
    .execute()
}
