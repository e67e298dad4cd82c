import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { placesOfItem } from '../../stories/summaries/places-of-item.ts'
import type { Citation, CitingWork } from '../../updates/touched-work.ts'
import type { MaterialType } from './material.schema.ts'
import { findCiting } from './material-citations.repository.ts'

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
  const isThereAny = await db
    .selectFrom('material_summary')
    .where('own', '=', 1)
    .where('type', '=', type)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (!isThereAny) return []
  const items = new Map<string, string>()
  for (const itemId of itemIds) for (const place of await placesOfItem(db, itemId)) items.set(place, itemId)
  const citations = new Map<string, Citation>()
  for (const { id, title, place, anchor } of await findCiting(db, type, [...items.keys()])) {
    const itemId = items.get(place)
    if (itemId === undefined) continue
    citations.set(`${id} ${itemId} ${anchor}`, {
      ...{ id, title: title || '（还没有标题）', open: `${PLACES[type]}${id}`, itemId },
      anchor: anchor === '' ? undefined : anchor,
    })
  }
  return [...citations.values()]
}
