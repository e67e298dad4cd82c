import type { Kysely } from 'kysely'
import { citationTitle } from '../../items/item-identity.ts'
import { findItem } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { titlePlace } from './policy-place.ts'

/**
 * Under what citations of an item are kept: its id, its title and its other names, and the title of the policy that it
 * explains or makes known (《…》解读, 关于印发《…》的通知).
 */
export async function placesOfItem(db: Kysely<LibraryTables>, itemId: string): Promise<string[]> {
  const item = await findItem(db, itemId)
  if (!item) return [itemId]
  const keys = item.title_key.split('\n').map((key) => `《${key}`)
  const about =
    item.kind === 'policy' ? [...item.title.matchAll(/《([^《》]+)》/gu)].map(([, title = '']) => title) : []
  const titles = [item.title, citationTitle(item.title), ...about]
  return [...new Set([itemId, ...keys, ...titles.map(titlePlace)])]
}
