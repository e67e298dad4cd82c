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

/** The person's choices; each that is missing or no longer understood falls back to its default. */
export async function readSettings(db: Kysely<LibraryTables>): Promise<Settings> {
  const stored = parseObject((await findSetting(db, SETTINGS_KEY)) ?? '{}')
  const understood = Object.entries(stored).filter(([name, value]) => Settings.safeParse({ [name]: value }).success)
  return Settings.parse(Object.fromEntries(understood))
}

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

export async function saveSettings(db: Kysely<LibraryTables>, settings: Settings): Promise<void> {
  await saveSetting(db, SETTINGS_KEY, JSON.stringify(settings))
}
