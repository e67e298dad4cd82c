import type { Kysely } from 'kysely'
import { findContent, findItem } from '../../items/items.repository.ts'
import { splitPassages } from '../../items/passages.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { foldText } from '../han-text.ts'
import type { NamedPlace } from '../understanding/read-place.ts'

/** The anchor of the provision a place names in an item's current text, or undefined when it has none. */
export async function findPlace(
  db: Kysely<LibraryTables>,
  itemId: string,
  place: NamedPlace,
): Promise<{ anchor: string; heading: string } | undefined> {
  const item = await findItem(db, itemId)
  const content = item && (await findContent(db, item.current_revision))
  if (!content) return undefined
  const passage = splitPassages(content.body).find(
    ({ type, heading }) => type === 'provision' && place.headings.includes(foldText(heading)),
  )
  return passage && { anchor: passage.anchor, heading: passage.heading }
}
