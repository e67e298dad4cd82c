import type { Kysely } from 'kysely'
import { RevisionContent } from '../../items/revision.schema.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { StoryRecord } from '../story.schema.ts'
import { wordsOfRecord } from './words-of-record.ts'

type Db = Kysely<LibraryTables>

/** The stories that share most bands with a text, the one with most first. */
export async function findWithCommonBands(
  db: Db,
  bands: readonly { band: number; hash: number }[],
  most: number,
  except: string | undefined,
): Promise<string[]> {
  const common = new Map<string, number>()
  for (const { band, hash } of bands) {
    const rows = await db
      .selectFrom('story_band')
      .where('band', '=', band)
      .where('hash', '=', hash)
      .select('story_id')
      .execute()
    for (const { story_id } of rows) common.set(story_id, (common.get(story_id) ?? 0) + 1)
  }
  if (except !== undefined) common.delete(except)
  return [...common]
    .sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id)
}

/** The words of stories, made here or come otherwise; those that are in the bin or put away are left out. */
export async function findWords(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; title: string; words: string }[]> {
  if (ids.length === 0) return []
  const own = await db
    .selectFrom('story')
    .where('id', 'in', ids)
    .where('discarded_at', 'is', null)
    .select(['id', 'record'])
    .execute()
  const known = new Set(own.map((row) => row.id))
  const items = await db
    .selectFrom('item')
    .innerJoin('revision', 'revision.sha256', 'item.current_revision')
    .where('item.id', 'in', ids)
    .where('item.put_away_at', 'is', null)
    .select(['item.id', 'revision.content'])
    .execute()
  return [
    ...own.map((row) => {
      const record = StoryRecord.parse(JSON.parse(row.record))
      return { id: row.id, title: record.title, words: wordsOfRecord(record) }
    }),
    ...items
      .filter((row) => !known.has(row.id))
      .map((row) => {
        const { title, body } = RevisionContent.parse(JSON.parse(row.content))
        return { id: row.id, title, words: `${title}\n${body}` }
      }),
  ]
}
