import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import { Settings } from './settings.schema.ts'

const SETTINGS_KEY = 'settings'

/** One stored value, or undefined. */
export async function findSetting(db: Kysely<LibraryTables>, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('setting').where('key', '=', key).select('value').executeTakeFirst()
  return row?.value
}

export async function saveSetting(db: Kysely<LibraryTables>, key: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The person's choices; what is missing or no longer understood falls back to its default. */
export async function readSettings(db: Kysely<LibraryTables>): Promise<Settings> {
  const stored = await findSetting(db, SETTINGS_KEY)
  const parsed = Settings.safeParse(stored === undefined ? {} : JSON.parse(stored))
  return parsed.success ? parsed.data : Settings.parse({})
}

export async function saveSettings(db: Kysely<LibraryTables>, settings: Settings): Promise<void> {
  await saveSetting(db, SETTINGS_KEY, JSON.stringify(settings))
}
