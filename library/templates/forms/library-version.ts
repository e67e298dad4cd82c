import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'

/**
 * Which state of the library something was made with, in words for a basis sheet:
 * `薪火 0.1.0；频道 xian-zhengce 第12版；资料 1523 份（3f9a2b7c10d4）`. The digest covers which revision of each
 * item counts, so that two libraries of one digest say the same.
 * @param app the app's version
 */
export async function libraryVersion(db: Kysely<LibraryTables>, app: string): Promise<string> {
  const channels = await db
    .selectFrom('channel')
    .where('version', 'is not', null)
    .select(['id', 'version'])
    .orderBy('precedence')
    .orderBy('id')
    .execute()
  const items = await db
    .selectFrom('item')
    .where('put_away_at', 'is', null)
    .select(['id', 'current_revision'])
    .orderBy('id')
    .execute()
  const digest = createHash('sha256')
  for (const item of items) digest.update(`${item.id} ${item.current_revision}\n`)
  return [
    `薪火 ${app}`,
    ...channels.map((channel) => `频道 ${channel.id} 第${channel.version}版`),
    `资料 ${items.length} 份（${digest.digest('hex').slice(0, 12)}）`,
  ].join('；')
}
