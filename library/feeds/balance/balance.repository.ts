import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { MixDimension } from '../feed.schema.ts'

type Db = Kysely<LibraryTables>

/** Which stories are counted. Days are `YYYY-MM-DD`; a story without a day lies in no period. */
export interface Counted {
  /** Those that stand in this column, by the day they were in it; else all published, by the day they were. */
  readonly feedId?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export interface ValueCount {
  readonly dimension: MixDimension
  readonly value: string
  readonly stories: number
  /** The newest day on which one was told about it. */
  readonly last: string | undefined
}

/** The stories that count, with the day each was told: of one that is being corrected, readers see what was published. */
function counted({ feedId, from, until }: Counted): RawBuilder<unknown> {
  const stories =
    feedId === undefined
      ? sql`SELECT id, coalesce(published_on, happened_from) AS told FROM story_summary
          WHERE state = 'published' OR (revision IS NOT NULL AND state <> 'retired')`
      : sql`SELECT entry.story_id AS id, max(substr(entry.published_at, 1, 10)) AS told FROM feed_entry AS entry
            WHERE entry.feed_id = ${feedId} AND entry.type = 'story' AND entry.story_id IS NOT NULL
              AND entry.id NOT IN (SELECT of_entry FROM feed_entry
                WHERE feed_id = ${feedId} AND type = 'withdrawal' AND of_entry IS NOT NULL)
            GROUP BY entry.story_id`
  return sql`SELECT id, told FROM (${stories}) WHERE true
    ${from === undefined ? sql`` : sql`AND told >= ${from}`}
    ${until === undefined ? sql`` : sql`AND substr(told, 1, 10) <= ${until}`}`
}

/** How many stories tell of each value, in no order. */
export async function countValues(db: Db, of: Counted): Promise<ValueCount[]> {
  const { rows } = await sql<{ type: string; value: string; n: number; last: string | null }>`
    WITH counted AS MATERIALIZED (${counted(of)})
    SELECT type, value, count(*) AS n, max(told) AS last FROM counted
    CROSS JOIN story_facet ON story_facet.story_id = counted.id
    WHERE type IN ('post', 'place', 'theme', 'group') GROUP BY type, value`.execute(db)
  return rows.map(({ type, value, n, last }) => ({
    dimension: type as MixDimension,
    value,
    stories: n,
    last: last ?? undefined,
  }))
}

/** How many stories are filed under anything of a dimension. */
export async function countFiled(db: Db, of: Counted): Promise<Readonly<Record<MixDimension, number>>> {
  // The summary says it with the row: going through the facets once more would take twice as long.
  const filed = (name: string) => sql`sum(json_array_length(facets, ${sql.lit(`$.${name}`)}) > 0)`
  const { rows } = await sql<Record<MixDimension, number | null>>`
    WITH counted AS (${counted(of)})
    SELECT ${filed('posts')} AS post, ${filed('places')} AS place, ${filed('themes')} AS theme, ${filed('groups')} AS "group"
    FROM counted CROSS JOIN story_summary ON story_summary.id = counted.id`.execute(db)
  const [row] = rows
  return { post: row?.post ?? 0, place: row?.place ?? 0, theme: row?.theme ?? 0, group: row?.group ?? 0 }
}

/** How many stories there are in each month that has any; and all of them, those without a month too. */
export async function countMonths(
  db: Db,
  of: Counted,
): Promise<{ total: number; months: ReadonlyMap<string, number> }> {
  const { rows } = await sql<{ month: string | null; n: number }>`
    WITH counted AS (${counted(of)}) SELECT substr(told, 1, 7) AS month, count(*) AS n FROM counted GROUP BY 1`.execute(
    db,
  )
  const months = rows.flatMap(({ month, n }): [string, number][] => (month?.length === 7 ? [[month, n]] : []))
  return { total: rows.reduce((sum, { n }) => sum + n, 0), months: new Map(months) }
}

export interface HeroStory {
  readonly hero: string
  readonly id: string
  readonly title: string
  readonly told: string
}

/** The stories of heroes who are told about in more than one since a day, oldest first. */
export async function findRepeated(db: Db, of: Counted, since: string): Promise<HeroStory[]> {
  const { rows } = await sql<HeroStory>`
    WITH counted AS MATERIALIZED (${counted({ ...of, from: of.from !== undefined && of.from > since ? of.from : since })}),
    repeated AS (SELECT story_facet.value AS value FROM counted CROSS JOIN story_facet ON story_facet.story_id = counted.id
      WHERE type = 'hero' GROUP BY story_facet.value HAVING count(*) > 1)
    SELECT repeated.value AS hero, summary.id AS id, title, told FROM repeated
    JOIN story_facet ON type = 'hero' AND story_facet.value = repeated.value
    JOIN counted ON counted.id = story_facet.story_id
    JOIN story_summary AS summary ON summary.id = counted.id
    ORDER BY told, summary.id`.execute(db)
  return rows
}

export interface HelpfulStory {
  readonly id: string
  readonly title: string
}

/** Stories in work that are looked through for one that would help. */
const IN_WORK = 500

/** The stories that were submitted, verified or approved, those furthest on the way first, with what they tell of. */
export async function findWaiting(
  db: Db,
): Promise<(HelpfulStory & { readonly type: string; readonly value: string })[]> {
  const { rows } = await sql<HelpfulStory & { type: string; value: string; step: number; updated_at: string }>`
    WITH waiting AS (SELECT id, title, updated_at,
        CASE state WHEN 'approved' THEN 0 WHEN 'verified' THEN 1 ELSE 2 END AS step
      FROM story_summary WHERE state IN ('submitted', 'verified', 'approved') AND revision IS NULL ORDER BY step, updated_at DESC LIMIT ${IN_WORK})
    SELECT id, title, type, value FROM waiting JOIN story_facet ON story_id = id
    WHERE type IN ('post', 'place', 'theme', 'group') ORDER BY step, updated_at DESC, id`.execute(db)
  return rows
}

/** Published stories of one value that were never in a column and that nobody keeps out of it. */
export async function findUnshown(
  db: Db,
  feedId: string,
  { dimension, value }: { readonly dimension: MixDimension; readonly value: string },
  limit: number,
): Promise<HelpfulStory[]> {
  const { rows } = await sql<HelpfulStory>`
    SELECT summary.id AS id, title FROM story_facet CROSS JOIN story_summary AS summary ON summary.id = story_id
    WHERE type = ${dimension} AND value = ${value} AND state = 'published'
      AND NOT EXISTS (SELECT 1 FROM feed_entry WHERE feed_entry.story_id = summary.id AND feed_id = ${feedId} AND feed_entry.type = 'story')
      AND NOT EXISTS (SELECT 1 FROM feed_choice WHERE feed_choice.story_id = summary.id AND feed_id = ${feedId} AND choice = 'exclude')
    LIMIT ${limit}`.execute(db)
  return rows
}

/** Places that stories name, in no order. */
export async function findPlaces(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('story_facet').where('type', '=', 'place').select('value').distinct().execute()
  return rows.map(({ value }) => value)
}
