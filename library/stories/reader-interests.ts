import type { Kysely } from 'kysely'
import { findContent } from '../items/items.repository.ts'
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
  const opened = await db
    .selectFrom('recent')
    .innerJoin('item', 'item.id', 'recent.item_id')
    .where('item.kind', '!=', 'story')
    .orderBy('opened_at', 'desc')
    .select('item.current_revision as revision')
    .limit(LOOKED_AT)
    .execute()
  for (const { revision } of opened) {
    const content = await findContent(db, revision)
    for (const post of content?.posts ?? []) add(posts, post)
    for (const topic of content?.topics ?? []) add(topics, topic)
  }
  const searches = await db.selectFrom('recent_search').orderBy('at', 'desc').select('query').limit(LOOKED_AT).execute()
  const words = storyWords()
  for (const { query } of searches) {
    const asked = foldText(query)
    for (const post of words.posts) if (asked.includes(post.replace(/岗$/u, ''))) add(posts, post)
    for (const topic of words.topics) if (asked.includes(topic)) add(topics, topic)
  }
  return { posts, topics }
}

const add = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
