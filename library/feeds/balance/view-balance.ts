import { localDate } from '../../items/record-revision.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { storyWords } from '../../stories/vocabulary/story-words.ts'
import { FeedCriteria, type FeedDefinition, type MixDimension } from '../feed.schema.ts'
import type { BalanceShare, BalanceView } from '../feed-view.ts'
import type { KeptFeed } from '../feeds.repository.ts'
import { isNamed } from '../selection/candidate.ts'
import { monthsBefore } from '../selection/months.ts'
import {
  type Counted,
  countFiled,
  countMonths,
  countValues,
  findPlaces,
  findRepeated,
  type HeroStory,
  type ValueCount,
} from './balance.repository.ts'
import { findMissing } from './find-missing.ts'
import { monthsBetween } from './months-between.ts'

/** Months that are shown when no period is asked for, and within which a repeated hero is told. */
const YEAR = 12
/** Months after which a hero may be told about again, where no column says so. */
const REST = 6
/** Heroes that are listed; in a library of years there may be very many. */
const HEROES = 100

/** Days, `YYYY-MM-DD`. */
export interface BalancePeriod {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/**
 * Who is told about and who is not: over a column, or over everything that was published. Values stand in the order
 * of the vocabulary and by their sound, never by their count.
 */
export async function viewBalance(
  library: LibraryAccess,
  feed: KeptFeed | undefined,
  period: BalancePeriod,
): Promise<BalanceView> {
  const { db } = library
  const today = localDate(library.clock())
  const of: Counted = { feedId: feed?.id, ...period }
  const definition = feed?.definition
  const counts = await countValues(db, of)
  const filed = await countFiled(db, of)
  const { total, months } = await countMonths(db, of)
  const values = valuesInOrder(counts, await findPlaces(db), definition)
  const sharesOf = (dimension: MixDimension) =>
    shares(dimension, values[dimension], counts, filed[dimension], definition)
  const dimensions = {
    post: sharesOf('post'),
    place: sharesOf('place'),
    theme: sharesOf('theme'),
    group: sharesOf('group'),
  }
  const until = period.until ?? today
  const restMonths = definition?.restMonths ?? REST
  const repeated = await findRepeated(db, of, monthsBefore(until, YEAR + restMonths))
  return {
    stories: total,
    dimensions,
    months: monthsBetween(period.from ?? monthsBefore(until, YEAR - 1), until).map((month) => ({
      month,
      stories: months.get(month) ?? 0,
    })),
    repeatedHeroes: repeatedHeroes(repeated, restMonths, monthsBefore(until, YEAR)),
    missing: await findMissing(db, { feedId: feed?.id, definition, dimensions, counts, until }),
  }
}

/** The vocabulary's values, then others by their sound; of a column that names its themes or posts, these only. */
function valuesInOrder(
  counts: readonly ValueCount[],
  places: readonly string[],
  definition: FeedDefinition | undefined,
): Record<MixDimension, string[]> {
  const words = storyWords()
  const criteria = definition?.criteria ?? FeedCriteria.parse({})
  const known = { post: words.posts, place: [], theme: words.themes, group: words.groups }
  const named = { post: criteria.posts, place: criteria.places, theme: criteria.themes, group: criteria.groups }
  const inOrder = (dimension: MixDimension): string[] => {
    const found = counts.filter((count) => count.dimension === dimension).map(({ value }) => value)
    const targets = definition?.mix.filter((target) => target.dimension === dimension).map(({ value }) => value) ?? []
    const asked = named[dimension]
    const first = asked.length > 0 ? known[dimension].filter((value) => asked.includes(value)) : known[dimension]
    const others = [...found, ...targets, ...asked, ...(dimension === 'place' && asked.length === 0 ? places : [])]
    const inVocabulary = known[dimension].filter((value) => first.includes(value) || others.includes(value))
    const rest = others.filter((value) => !inVocabulary.includes(value))
    return [...inVocabulary, ...[...new Set(rest)].sort(bySound)]
  }
  return { post: inOrder('post'), place: inOrder('place'), theme: inOrder('theme'), group: inOrder('group') }
}

const collator = new Intl.Collator('zh-CN')
const bySound = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

function shares(
  dimension: MixDimension,
  values: readonly string[],
  counts: readonly ValueCount[],
  filed: number,
  definition: FeedDefinition | undefined,
): BalanceShare[] {
  const byValue = new Map(
    counts.filter((count) => count.dimension === dimension).map(({ value, stories }) => [value, stories]),
  )
  const targets = new Map(
    definition?.mix.filter((target) => target.dimension === dimension).map(({ value, share }) => [value, share]),
  )
  return values.map((value) => {
    const stories = byValue.get(value) ?? 0
    const share = filed === 0 ? 0 : Math.round((stories * 100) / filed)
    return { value, stories, share, target: targets.get(value) }
  })
}

/** By their sound. Of each, the stories that follow the one before within the rest, and that one. */
function repeatedHeroes(
  stories: readonly HeroStory[],
  restMonths: number,
  since: string,
): BalanceView['repeatedHeroes'][number][] {
  if (restMonths === 0) return []
  const byHero = Map.groupBy(
    stories.filter(({ hero }) => isNamed(hero)),
    ({ hero }) => hero,
  )
  const repeated = [...byHero].flatMap(([name, told]) => {
    const close = new Set<HeroStory>()
    for (const [index, story] of told.entries()) {
      const before = told[index - 1]
      if (!before || story.told < since || before.told.slice(0, 10) <= monthsBefore(wholeDay(story.told), restMonths))
        continue
      close.add(before).add(story)
    }
    if (close.size === 0) return []
    return [{ name, stories: [...close].map(({ id, title, told: on }) => ({ id, title, publishedOn: on })) }]
  })
  return repeated.sort((a, b) => bySound(a.name, b.name)).slice(0, HEROES)
}

const wholeDay = (loose: string): string => `${loose}-01-01`.slice(0, 10)
