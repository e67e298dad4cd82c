import type { FeedDefinition } from '../feed.schema.ts'
import type { Candidate } from './candidate.ts'
import { monthsSince } from './months.ts'

/** Stories older than this are no fresher than each other. Months. */
const OLD = 24

/** The aspects that are the same whatever else is chosen. */
export interface Fit {
  readonly score: number
  /** Weights of the aspects that name nothing, and so ask for variety. */
  readonly variety: Readonly<Record<'theme' | 'post' | 'place', number>>
}

/**
 * How well stories fit a column, by the weights of its criteria. An aspect that names values asks how far the story is
 * about these; one that names none asks for what has not been shown lately. Nobody gets to see the number.
 */
export function openFit(definition: FeedDefinition, today: string) {
  const { criteria, audience } = definition
  const { weights } = criteria
  const named = {
    theme: new Set(criteria.themes),
    post: new Set(criteria.posts),
    place: new Set(criteria.places),
    audience: new Set(audience),
  }
  const all = Object.values(weights).reduce<number>((sum, weight) => sum + weight, 0) || 1
  const variety = {
    theme: named.theme.size === 0 ? weights.theme / all : 0,
    post: named.post.size === 0 ? weights.post / all : 0,
    place: named.place.size === 0 ? weights.place / all : 0,
  }
  const oldest = criteria.months > 0 ? criteria.months : OLD
  return (story: Candidate): Fit => {
    const about = (values: readonly string[], of: ReadonlySet<string>) => {
      if (of.size === 0 || values.length === 0) return 0
      let count = 0
      for (const value of values) if (of.has(value)) count += 1
      return count / values.length
    }
    const age = story.toldOn === undefined ? oldest : monthsSince(story.toldOn, today)
    const score =
      weights.theme * about(story.theme, named.theme) +
      weights.post * about(story.post, named.post) +
      // A village lies in a township and a county: one of the three is enough.
      weights.place * Math.min(1, about(story.place, named.place) * story.place.length) +
      weights.audience * Math.min(1, about(story.audience, named.audience) * story.audience.length) +
      weights.freshness * Math.max(0, 1 - age / oldest) +
      (weights.evidence * story.evidence) / 3
    return { score: score / all, variety }
  }
}
