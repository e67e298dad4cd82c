import type { Kysely } from 'kysely'
import { storyOfCode } from '../../feeds/print/story-code.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { listedStories } from '../summaries/listed-stories.ts'

/** What a name may mean. */
export interface StoryMatch {
  readonly storyId?: string | undefined
  readonly title?: string | undefined
  readonly maybe: readonly { readonly id: string; readonly title: string }[]
}

const MOST_MAYBE = 5
/** Shared pairs of characters from which on a title may be meant. */
const ALIKE = 0.5

/** Finds stories by what people and kiosks call them: id, title, initials or the code on a card. */
export async function openStoryMatcher(db: Kysely<LibraryTables>): Promise<(named: string) => StoryMatch> {
  const stories = [...(await listedStories(db)).values()]
  const byId = new Map(stories.map((story) => [story.id, story]))
  const byTitle = groupBy(stories, ({ title }) => bareTitle(title))
  const byInitials = groupBy(stories, ({ titleInitials }) => titleInitials)
  const asked = new Map<string, StoryMatch>()
  const found = (story: { id: string; title: string }): StoryMatch => ({
    storyId: story.id,
    title: story.title,
    maybe: [],
  })

  const match = (named: string): StoryMatch => {
    const given = named.trim()
    const whole = byId.get(given)
    if (whole) return found(whole)
    const coded = storyOfCode(given, byId.keys())
    const story = coded === undefined ? undefined : byId.get(coded)
    if (story) return found(story)
    const key = bareTitle(given)
    if (key === '') return { maybe: [] }
    const titled = byTitle.get(key) ?? []
    if (titled.length === 1 && titled[0]) return found(titled[0])
    const initials = /^[a-z0-9]{3,40}$/i.test(given) ? (byInitials.get(given.toLowerCase()) ?? []) : []
    if (titled.length === 0 && initials.length === 1 && initials[0]) return found(initials[0])
    const near = titled.length > 0 ? titled : initials.length > 0 ? initials : alike(key, stories)
    return { maybe: near.slice(0, MOST_MAYBE).map(({ id, title }) => ({ id, title })) }
  }
  return (named) => {
    const known = asked.get(named) ?? match(named)
    asked.set(named, known)
    return known
  }
}

/** Without marks, spaces and the numbers that lists put before titles. */
const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:故事)?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[.、．:：]\s*/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

function alike<Story extends { readonly title: string }>(key: string, stories: readonly Story[]): Story[] {
  if (key.length < 3) return []
  return stories
    .map((story) => ({ story, likeness: likenessOf(key, bareTitle(story.title)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ story }) => story)
}

/** Dice's coefficient of pairs of characters; 1 where one holds the other. */
function likenessOf(a: string, b: string): number {
  if (b.length < 2) return 0
  if (b.includes(a) || (b.length >= 4 && a.includes(b))) return 1
  const pairs = new Set(pairsOf(b))
  const shared = pairsOf(a).filter((pair) => pairs.has(pair)).length
  return (2 * shared) / (a.length + b.length - 2)
}

const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
