import { type Kysely, sql } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { Citation, CitingWork } from '../../updates/touched-work.ts'
import type { MaterialType } from './material.schema.ts'

/** Where a material is opened in the window. */
const PLACES: Readonly<Record<MaterialType, string>> = {
  meeting: '/meetings/',
  drill: '/drills/',
  guide: '/guides/',
  path: '/learning/',
}

/** Own materials of one type, for what an update says it touches. */
const citingMaterials = (type: MaterialType, work: string, workName: string): CitingWork => ({
  work,
  workName,
  citationsOf: (db, itemIds) => citationsIn(db, type, itemIds),
})

export const citingMeetings = citingMaterials('meeting', 'meeting', '会议')
export const citingDrills = citingMaterials('drill', 'drill', '情景演练')
export const citingGuides = citingMaterials('guide', 'step-guide', '操作指南')
export const citingPaths = citingMaterials('path', 'learning-path', '学习路径')

/** Each material and place once, however often it is cited there. */
async function citationsIn(
  db: Kysely<LibraryTables>,
  type: MaterialType,
  itemIds: readonly string[],
): Promise<Citation[]> {
  const rows = await db
    .selectFrom('material_citation')
    .innerJoin('material', 'material.id', 'material_citation.material_id')
    .where('material.type', '=', type)
    .where('material.discarded_at', 'is', null)
    .where('material_citation.item_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`)
    .select(['material.id', 'material.title', 'material_citation.item_id as itemId', 'material_citation.anchor'])
    .distinct()
    .orderBy('material.updated_at', 'desc')
    .orderBy('material.id')
    .orderBy('material_citation.anchor')
    .execute()
  return rows.map(({ id, title, itemId, anchor }) => ({
    ...{ id, title: title || '（还没有标题）', open: `${PLACES[type]}${id}`, itemId },
    anchor: anchor === '' ? undefined : anchor,
  }))
}
