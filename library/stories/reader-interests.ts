import { type Kysely, sql } from 'kysely'
import { foldText } from '../search/han-text.ts'
import type { LibraryTables } from '../store/schema.ts'
import { storyWords } from './vocabulary/story-words.ts'

/** What the person of this machine looked at lately: how often, by post and by topic. It never leaves the machine. */
export interface Interests {
  readonly posts: ReadonlyMap<string, number>
  readonly topics: ReadonlyMap<string, number>
}

/** Opened items and searches that are looked at. */
const LOOKED_AT = 30

/** Read from the list of what was opened and searched; nothing where these lists are switched off. */
export async function readInterests(db: Kysely<LibraryTables>): Promise<Interests> {
  const posts = new Map<string, number>()
  const topics = new Map<string, number>()
  // Taken out by the database: a statute is long, and its posts and topics are a line.
  const opened = await db
    .selectFrom('recent')
    .innerJoin('item', 'item.id', 'recent.item_id')
    .innerJoin('revision', 'revision.sha256', 'item.current_revision')
    .where('item.kind', '!=', 'story')
    .orderBy('opened_at', 'desc')
    .select([
      sql<string | null>`json_extract(revision.content, '$.posts')`.as('posts'),
      sql<string | null>`json_extract(revision.content, '$.topics')`.as('topics'),
    ])
    .limit(LOOKED_AT)
    .execute()
  for (const row of opened) {
    for (const post of words(row.posts)) add(posts, post)
    for (const topic of words(row.topics)) add(topics, topic)
  }
  const searches = await db.selectFrom('recent_search').orderBy('at', 'desc').select('query').limit(LOOKED_AT).execute()
  const known = storyWords()
  for (const { query } of searches) {
    const asked = foldText(query)
    for (const post of known.posts) if (asked.includes(post.replace(/岗$/u, ''))) add(posts, post)
    for (const topic of known.topics) if (asked.includes(topic)) add(topics, topic)
  }
  return { posts, topics }
}

/** The column holds what the revision's schema let in. */
const words = (json: string | null): string[] => (json === null ? [] : (JSON.parse(json) as string[]))

const add = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
