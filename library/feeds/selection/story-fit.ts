import type { FeedDefinition } from '../feed.schema.ts'
import type { Candidate } from './candidate.ts'
import { monthsSince } from './months.ts'

/** Stories older than this are no fresher than each other. Months. */
const OLD = 24

/**
 * How well stories fit a column, by the weights of its criteria, from 0 to 1; the same whatever else is chosen. An
 * aspect that names values asks how far the story is about these; one that names none asks for variety, see
 * {@link varietyWeights}. Nobody gets to see the number.
 */
export function openFit(definition: FeedDefinition, today: string): (story: Candidate) => number {
  const { criteria, audience } = definition
  const { weights } = criteria
  const named = {
    theme: new Set(criteria.themes),
    post: new Set(criteria.posts),
    audience: new Set(audience),
  }
  const all = sumOf(weights)
  const oldest = criteria.months > 0 ? criteria.months : OLD
  const ages = new Map<string, number>()
  const ageOf = (toldOn: string): number => {
    const age = ages.get(toldOn) ?? monthsSince(toldOn, today)
    ages.set(toldOn, age)
    return age
  }
  return (story) => {
    const age = story.toldOn === undefined ? oldest : ageOf(story.toldOn)
    const score =
      weights.theme * about(story.theme, named.theme) +
      weights.post * about(story.post, named.post) +
      // A village lies in a township and a county: one of the three is enough.
      weights.place * Number(story.place.some((place) => criteria.places.some((named) => place.includes(named)))) +
      weights.audience * Math.min(1, about(story.audience, named.audience) * story.audience.length) +
      weights.freshness * Math.max(0, 1 - age / oldest) +
      (weights.evidence * story.evidence) / 3
    return score / all
  }
}

/** What the rarity of a theme, a post and a place weighs: those that the criteria name weigh by what they are. */
export function varietyWeights({ criteria }: FeedDefinition): [theme: number, post: number, place: number] {
  const { weights, themes, posts, places } = criteria
  const all = sumOf(weights)
  const weightOf = (named: readonly string[], weight: number) => (named.length === 0 ? weight / all : 0)
  return [weightOf(themes, weights.theme), weightOf(posts, weights.post), weightOf(places, weights.place)]
}

const sumOf = (weights: FeedDefinition['criteria']['weights']): number =>
  Object.values(weights).reduce<number>((sum, weight) => sum + weight, 0) || 1

/** How far values are among those named, from 0 to 1. */
function about(values: readonly string[], of: ReadonlySet<string>): number {
  if (of.size === 0 || values.length === 0) return 0
  let count = 0
  for (const value of values) if (of.has(value)) count += 1
  return count / values.length
}
