import { type Kysely, sql } from 'kysely'
import { findSetting, saveSetting } from '../../settings/settings.repository.ts'
import type { EditorialEventTable, LibraryTables } from '../../store/schema.ts'

type Db = Kysely<LibraryTables>

/** The newest link, kept apart from the links, so that a record whose end was cut off is noticed. */
export interface ChainHead {
  readonly number: number
  readonly hash: string
}

const HEAD_KEY = 'story-chain-head'

export async function findHead(db: Db): Promise<ChainHead | undefined> {
  const stored = await findSetting(db, HEAD_KEY)
  const match = /^(\d+) ([0-9a-f]{64})$/.exec(stored ?? '')
  return match ? { number: Number(match[1]), hash: match[2] as string } : undefined
}

export async function saveHead(db: Db, { number, hash }: ChainHead): Promise<void> {
  await saveSetting(db, HEAD_KEY, `${number} ${hash}`)
}

export async function findLastLink(db: Db): Promise<ChainHead | undefined> {
  return db
    .selectFrom('editorial_event')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertLink(db: Db, link: EditorialEventTable): Promise<void> {
  await db.insertInto('editorial_event').values(link).execute()
}

/** Links after `number`, in their order. */
export async function linksAfter(db: Db, number: number, limit: number): Promise<EditorialEventTable[]> {
  return db
    .selectFrom('editorial_event')
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .selectAll()
    .execute()
}

export async function linksOf(db: Db, subject: string, subjectId: string): Promise<EditorialEventTable[]> {
  return db
    .selectFrom('editorial_event')
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('number')
    .selectAll()
    .execute()
}

/** Titles of own stories whose state or published record is another than their events say. */
export async function strayStories(db: Db): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    WITH moved AS (
      SELECT subject_id, json_extract(body, '$.to') AS state, max(number)
      FROM editorial_event
      WHERE subject = 'story' AND json_extract(body, '$.to') IS NOT NULL
      GROUP BY subject_id
    ), shown AS (
      SELECT subject_id, json_extract(body, '$.record') AS record, max(number)
      FROM editorial_event
      WHERE subject = 'story' AND type = 'step' AND json_extract(body, '$.step') = 'publish'
      GROUP BY subject_id
    )
    SELECT coalesce(nullif(json_extract(story.record, '$.title'), ''), story.id) AS title
    FROM story
    LEFT JOIN moved ON moved.subject_id = story.id
    LEFT JOIN shown ON shown.subject_id = story.id
    WHERE story.state <> coalesce(moved.state, 'draft')
      OR coalesce(story.published_record, '') <> coalesce(shown.record, '')
    ORDER BY story.id`.execute(db)
  return rows.map(({ title }) => title)
}
