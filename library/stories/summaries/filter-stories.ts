import { pinyin } from 'pinyin-pro'
import type { StoryState } from '../process/process-view.ts'
import type { FacetValue, StoryFilter, StoryPage } from '../story-view.ts'
import type { StoryWords } from '../vocabulary/story-words.ts'
import { foldWords } from './keep-summary.ts'
import type { ListedStory } from './listed-stories.ts'

type FacetName = keyof StoryPage['facets']
const FACETS: readonly FacetName[] = ['state', 'theme', 'post', 'place', 'group']
const STATES: readonly StoryState[] = ['draft', 'submitted', 'verified', 'approved', 'published', 'retired']
const IN_WORK: ReadonlySet<StoryState> = new Set(['draft', 'submitted', 'verified', 'approved'])

export interface FilteredStories {
  /** In the order asked for. */
  readonly stories: readonly ListedStory[]
  readonly facets: StoryPage['facets']
}

/**
 * The stories that a filter leaves, and how many there are by each facet over what the *other* filters leave: choosing
 * a theme does not take the other themes away. Values stand in the vocabulary's order, those it does not know after
 * them by their sound: nothing is ordered by its count.
 * @param ids those that show the policy asked for in action; undefined for any
 */
export function filterStories(
  all: Iterable<ListedStory>,
  filter: StoryFilter,
  words: StoryWords,
  ids: ReadonlySet<string> | undefined,
): FilteredStories {
  const matches = compile(filter, ids)
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]))
  const found: ListedStory[] = []
  for (const story of all) {
    if (!matches.always(story)) continue
    const failed = FACETS.filter((facet) => !matches[facet](story))
    if (failed.length > 1) continue
    if (failed.length === 0) found.push(story)
    const counted = failed.length === 0 ? FACETS : failed
    for (const facet of counted) count(counts.get(facet), valuesOf(story, facet))
  }
  return { stories: sorted(found, filter), facets: inOrder(counts, words) }
}

function compile(
  { state, own, theme, topic, post, place, group, from, until, q }: StoryFilter,
  ids: ReadonlySet<string> | undefined,
) {
  const typed = q?.trim().split(/\s+/u).map(foldWords).filter(Boolean) ?? []
  return {
    always: (story: ListedStory) =>
      (own === undefined || story.own === own) &&
      (ids === undefined || ids.has(story.id)) &&
      (topic === undefined || story.topics.includes(topic)) &&
      happened(story, from, until) &&
      (typed.every((word) => story.searchKey.includes(word)) ||
        (typed.length === 1 && story.id.startsWith(typed[0] ?? ''))),
    state: (story: ListedStory) =>
      state === undefined ||
      state === 'discarded' ||
      (state === 'in-work' ? IN_WORK.has(story.state) : story.state === state),
    theme: (story: ListedStory) => theme === undefined || story.themes.includes(theme),
    post: (story: ListedStory) => post === undefined || story.posts.includes(post),
    place: (story: ListedStory) => place === undefined || story.places.includes(place),
    group: (story: ListedStory) => group === undefined || story.groups.includes(group),
  }
}

/** A story of 2025 is of every day of 2025; one without a time is of none. */
function happened({ happenedFrom }: ListedStory, from: string | undefined, until: string | undefined): boolean {
  if (from === undefined && until === undefined) return true
  if (happenedFrom === undefined) return false
  const length = happenedFrom.length
  return (
    (from === undefined || happenedFrom >= from.slice(0, length)) &&
    (until === undefined || happenedFrom <= until.slice(0, length))
  )
}

function valuesOf(story: ListedStory, facet: FacetName): readonly string[] {
  switch (facet) {
    case 'state':
      return [story.state]
    case 'theme':
      return story.themes
    case 'post':
      return story.posts
    case 'place':
      return story.places
    case 'group':
      return story.groups
  }
}

function count(counts: Map<string, number> | undefined, values: readonly string[]): void {
  for (const value of values) counts?.set(value, (counts.get(value) ?? 0) + 1)
}

function inOrder(counts: ReadonlyMap<FacetName, ReadonlyMap<string, number>>, words: StoryWords): StoryPage['facets'] {
  const order = (facet: FacetName, known: readonly string[]): FacetValue[] =>
    byVocabulary(
      [...(counts.get(facet) ?? [])].map(([value, number]) => ({ value, count: number })),
      known,
    )
  return {
    state: order('state', STATES),
    theme: order('theme', words.themes),
    post: order('post', words.posts),
    place: order('place', []),
    group: order('group', words.groups),
  }
}

function byVocabulary(values: readonly FacetValue[], known: readonly string[]): FacetValue[] {
  const places = new Map(known.map((value, index) => [value, index]))
  const sounds = new Map(values.map(({ value }) => [value, places.has(value) ? '' : soundOf(value)]))
  return values.toSorted(
    (a, b) =>
      (places.get(a.value) ?? known.length) - (places.get(b.value) ?? known.length) ||
      compareText(sounds.get(a.value) ?? '', sounds.get(b.value) ?? '') ||
      compareText(a.value, b.value),
  )
}

const heard = new Map<string, string>()

/** How a word is read; places repeat from request to request. */
function soundOf(word: string): string {
  const known = heard.get(word)
  if (known !== undefined) return known
  const sound = pinyin(word, { toneType: 'none', type: 'array' }).join(' ')
  if (heard.size > 20_000) heard.clear()
  heard.set(word, sound)
  return sound
}

const compareText = (a: string, b: string) => Number(a > b) - Number(a < b)

function sorted(stories: readonly ListedStory[], { sort, q }: StoryFilter): ListedStory[] {
  const typed = foldWords(q ?? '')
  const inTitle = (story: ListedStory) =>
    typed !== '' && (foldWords(story.title).includes(typed) || story.titleInitials.includes(typed))
  const newest = (a: string | undefined, b: string | undefined) => compareText(b ?? '', a ?? '')
  const by = {
    updated: (a: ListedStory, b: ListedStory) => newest(a.updatedAt, b.updatedAt),
    published: (a: ListedStory, b: ListedStory) => newest(a.publishedOn, b.publishedOn),
    title: (a: ListedStory, b: ListedStory) =>
      compareText(a.titleInitials, b.titleInitials) || compareText(a.title, b.title),
  }[sort ?? 'updated']
  const order = (a: ListedStory, b: ListedStory) => by(a, b) || compareText(a.id, b.id)
  // Whoever types words without asking for an order looks for a title.
  if (sort !== undefined || typed === '') return stories.toSorted(order)
  const titled = new Set(stories.filter(inTitle))
  return stories.toSorted((a, b) => Number(titled.has(b)) - Number(titled.has(a)) || order(a, b))
}
