import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { listed } from '../../store/many-rows.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { FeedCriteria } from '../feed.schema.ts'
import type { Candidate, ShownStory } from './candidate.ts'
import { monthsBefore } from './months.ts'

type Db = Kysely<LibraryTables>
type Summaries<O> = SelectQueryBuilder<LibraryTables, 'story_summary', O>

const FACETS = { themes: 'theme', posts: 'post', groups: 'group', topics: 'topic' } as const

/** Published stories that a column may take: those that were never in it and pass its criteria. */
function fitting(db: Db, feedId: string, criteria: FeedCriteria, today: string) {
  let query = passing(db.selectFrom('story_summary').where('state', '=', 'published'), criteria, today)
  query = query.where('id', 'not in', (from) =>
    from
      .selectFrom('feed_entry')
      .where('feed_id', '=', feedId)
      .where('type', '=', 'story')
      .where('story_id', 'is not', null)
      .select(sql<string>`story_id`.as('id')),
  )
  return query
}

/** Story summaries that pass a column's criteria on `today` (`YYYY-MM-DD`). */
function passing<O>(query: Summaries<O>, criteria: FeedCriteria, today: string): Summaries<O> {
  let passed = query
  for (const [name, type] of Object.entries(FACETS)) {
    const values = criteria[name as keyof typeof FACETS]
    if (values.length === 0) continue
    passed = passed.where('id', 'in', (from) =>
      from.selectFrom('story_facet').where('type', '=', type).where('value', 'in', values).select('story_id'),
    )
  }
  if (criteria.places.length > 0) {
    // 云坞乡 is meant by 平澜县云坞乡 too.
    const named = criteria.places.map((place) => sql<boolean>`instr(value, ${place}) > 0`)
    passed = passed.where('id', 'in', (from) =>
      from
        .selectFrom('story_facet')
        .where('type', '=', 'place')
        .where((where) => where.or(named))
        .select('story_id'),
    )
  }
  if (criteria.months > 0) {
    passed = passed.where(
      sql<string>`coalesce(published_on, happened_from)`,
      '>=',
      monthsBefore(today, criteria.months),
    )
  }
  if (criteria.minEvidence > 0) passed = passed.where('evidence', '>=', criteria.minEvidence)
  if (criteria.withPictureOnly) passed = passed.where('pictures', '>', 0)
  return passed
}

/**
 * How many stories fit a column and are not in it, without those that a person keeps out, and without made-up ones
 * once somebody told a real one.
 * @param examples the made-up stories
 * @param showsReal a real one stands in the column
 */
export async function countFitting(
  db: Db,
  { id, definition }: { readonly id: string; readonly definition: { readonly criteria: FeedCriteria } },
  today: string,
  examples: ReadonlySet<string>,
  showsReal: boolean,
): Promise<number> {
  const isExample = sql<number>`sum(id IN ${listed([...examples])})`
  const { all, madeUp } = await fitting(db, id, definition.criteria, today)
    .where('id', 'not in', (from) =>
      from.selectFrom('feed_choice').where('feed_id', '=', id).where('choice', '=', 'exclude').select('story_id'),
    )
    .select((select) => [select.fn.countAll<number>().as('all'), isExample.as('madeUp')])
    .executeTakeFirstOrThrow()
  const real = all - (madeUp ?? 0)
  return real > 0 || showsReal ? real : all
}

/** The stories that fit a column, in the order of their ids. */
export async function findCandidates(
  db: Db,
  feedId: string,
  criteria: FeedCriteria,
  today: string,
): Promise<Candidate[]> {
  const rows = await candidateColumns(fitting(db, feedId, criteria, today)).execute()
  return withAudience(db, rows)
}

/** Stories by their ids, whatever the criteria say, as far as they are published. */
export async function findCandidatesByIds(db: Db, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const query = db.selectFrom('story_summary').where('state', '=', 'published').where('id', 'in', listed(ids))
  return withAudience(db, await candidateColumns(query).execute())
}

const candidateColumns = <O>(query: Summaries<O>) =>
  query.select(['id', 'published_on', 'happened_from', 'evidence', 'pictures', 'facets']).orderBy('id')

interface CandidateRow {
  readonly id: string
  readonly published_on: string | null
  readonly happened_from: string | null
  readonly evidence: number
  readonly pictures: number
  readonly facets: string
}

/** What the summaries' own files wrote. */
interface Filed {
  readonly themes: readonly string[]
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly string[]
  readonly heroes: readonly string[]
}

async function withAudience(db: Db, rows: readonly CandidateRow[]): Promise<Candidate[]> {
  const found = await db
    .selectFrom('story_facet')
    .where('type', '=', 'audience')
    .select(['story_id', 'value'])
    .execute()
  const audience = Map.groupBy(found, ({ story_id }) => story_id)
  return rows.map((row) => {
    const filed = JSON.parse(row.facets) as Filed
    return {
      id: row.id,
      theme: filed.themes,
      topic: filed.topics,
      post: filed.posts,
      place: filed.places,
      group: filed.groups,
      heroes: filed.heroes,
      audience: audience.get(row.id)?.map(({ value }) => value) ?? [],
      toldOn: row.published_on ?? row.happened_from ?? undefined,
      evidence: row.evidence,
      pictures: row.pictures,
    }
  })
}

/** What the stories are filed under that stand in a column. */
export async function findShown(
  db: Db,
  standing: readonly { readonly storyId: string; readonly publishedAt: string }[],
): Promise<ShownStory[]> {
  const publishedAt = new Map(standing.map((entry) => [entry.storyId, entry.publishedAt]))
  const rows = await db
    .selectFrom('story_summary')
    .where('id', 'in', listed([...publishedAt.keys()]))
    .select(['id', 'facets'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, facets }) => {
    const { themes, posts, places, groups, heroes } = JSON.parse(facets) as Filed
    return {
      id,
      theme: themes,
      post: posts,
      place: places,
      group: groups,
      heroes,
      publishedAt: publishedAt.get(id) ?? '',
    }
  })
}

/** The made-up stories that come with the app, for trying it out. */
export async function findExamples(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('item')
    .where('kind', '=', 'story')
    .where('label', 'like', '示例%')
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The columns other than this one that a story stands in, by story. */
export async function findElsewhere(db: Db, feedId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('feed_entry')
    .innerJoin('feed', 'feed.id', 'feed_entry.feed_id')
    .where('feed_id', '!=', feedId)
    .where('feed.discarded_at', 'is', null)
    .where('type', '=', 'story')
    .where('story_id', 'is not', null)
    .select(['story_id', sql<string>`feed.definition ->> '$.title'`.as('title')])
    .distinct()
    .orderBy('title')
    .execute()
  const titles = new Map<string, string[]>()
  for (const { story_id, title } of rows) {
    if (story_id !== null) titles.set(story_id, [...(titles.get(story_id) ?? []), title])
  }
  return titles
}
