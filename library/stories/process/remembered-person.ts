import type { Kysely } from 'kysely'
import { findSetting, saveSetting } from '../../settings/settings.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { readOffice } from './story-office.ts'

const KEY = 'story-person'

/** The id of the person who was chosen last in this library's own window; undefined for 本机 and for who has left since. */
export async function rememberedPerson(db: Kysely<LibraryTables>): Promise<string | undefined> {
  const id = await findSetting(db, KEY)
  const { people } = await readOffice(db)
  return people.find((person) => person.id === id && person.left !== true)?.id
}

/** @param id undefined for 本机 */
export async function rememberPerson(db: Kysely<LibraryTables>, id: string | undefined): Promise<void> {
  await saveSetting(db, KEY, id ?? '')
}
