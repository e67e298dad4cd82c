import type { FeedDefinition } from '../feed.schema.ts'
import { type Candidate, isNamed, type ShownStory } from './candidate.ts'
import { type Mix, openMix } from './mix-need.ts'
import { monthsSince } from './months.ts'
import { openFit, varietyWeights } from './story-fit.ts'
import { type Reasons, type Resting, reasonsOf } from './story-reasons.ts'

/** Stories looked at more closely: the best of all, and the best of each value, so that rare ones are among them. */
const POOL = 1200
const POOL_OF_VALUE = 40
/** Not chosen, and shown with what spoke for and against them. */
const RUNNERS_UP = 24
/** What coming closer to the target mix counts, against fitting as well as can be. */
const MIX = 2
/** What having been in another column takes away. */
const SHOWN_ELSEWHERE = 0.3
/** What puts made-up stories after all real ones. */
const OUTDONE = 100
/** The newest stories of a column, which variety is measured against. */
const LATELY = 24

const DIMENSIONS = ['theme', 'post', 'place'] as const

export interface Selection {
  readonly definition: FeedDefinition
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly candidates: readonly Candidate[]
  /** In the order in which they were pinned. */
  readonly pinned: readonly Candidate[]
  readonly excluded: ReadonlySet<string>
  readonly shown: readonly ShownStory[]
  /** Titles of the other columns a story stands in. */
  readonly elsewhere: ReadonlyMap<string, readonly string[]>
  /** Made-up stories: they are chosen only while nobody has told a real one. */
  readonly examples: ReadonlySet<string>
}

export interface JudgedStory extends Reasons {
  readonly id: string
  readonly chosen: boolean
  readonly pinned: boolean
}

/**
 * Chooses the stories of the next issue: the pinned ones first, then one after the other the story that fits best and
 * brings the column closest to the target mix, no hero again who was told about lately. Ties go to the newer story,
 * then by id: the same library gives the same issue.
 */
export function selectStories(selection: Selection): JudgedStory[] {
  const { definition, today, shown } = selection
  const mix = openMix(definition.mix, shown, Math.max(definition.issueSize, selection.pinned.length))
  const lately = openLately(shown, varietyWeights(definition))
  const rest = openRest(definition.restMonths, today, shown)
  const judge = (story: Candidate, chosen: boolean, pinned: boolean): JudgedStory => ({
    id: story.id,
    chosen,
    pinned,
    ...reasonsOf(story, {
      definition,
      today,
      targets: mix.touched(story),
      resting: rest.resting(story),
      elsewhere: selection.elsewhere.get(story.id) ?? [],
      isExample: selection.examples.has(story.id),
      rare: rareValues(story, definition, lately),
    }),
  })
  const take = (story: Candidate, pinned: boolean) => {
    const judged = judge(story, true, pinned)
    mix.add(story)
    lately.add(story)
    rest.add(story)
    return judged
  }

  const pinnedIds = new Set(selection.pinned.map(({ id }) => id))
  const open = selection.candidates.filter(({ id }) => !pinnedIds.has(id) && !selection.excluded.has(id))
  const pool = poolOf(open, selection, mix, lately)
  const chosen = selection.pinned.map((story) => take(story, true))
  const outdone = hasReal(selection) ? selection.examples : new Set<string>()
  const mayBeChosen = (story: Candidate) => rest.resting(story).length === 0 && !outdone.has(story.id)
  const left = new Set(pool)
  /** The pool is in the order that decides ties; who rests is asked only of what would be chosen. */
  const best = (isFree: (story: Candidate) => boolean): Candidate | undefined => {
    const gains = mix.gains()
    let found: PooledStory | undefined
    let most = -Infinity
    for (const pooled of left) {
      let value = pooled.score + lately.rarity(pooled.values)
      for (const place of pooled.targets) value += MIX * (gains[place] ?? 0)
      if (value <= most + 1e-9 || !isFree(pooled.story)) continue
      found = pooled
      most = value
    }
    if (found) left.delete(found)
    return found?.story
  }
  while (chosen.length < definition.issueSize) {
    const story = best(mayBeChosen)
    if (!story) break
    chosen.push(take(story, false))
  }
  const others: JudgedStory[] = []
  for (let story = best(() => true); story && others.length < RUNNERS_UP; story = best(() => true)) {
    others.push(judge(story, false, false))
  }
  return [...chosen, ...others]
}

interface PooledStory {
  readonly story: Candidate
  readonly score: number
  /** Places of the targets it touches. */
  readonly targets: readonly number[]
  /** Numbers of its values, by dimension. */
  readonly values: readonly (readonly number[])[]
}

/** The stories worth comparing with each other, best first. */
function poolOf(
  candidates: readonly Candidate[],
  selection: Selection,
  mix: Mix,
  lately: ReturnType<typeof openLately>,
): PooledStory[] {
  const scoreOf = openFit(selection.definition, selection.today)
  const outdone = hasReal(selection) ? selection.examples : new Set<string>()
  const scored = candidates.map((story) => {
    const less = (selection.elsewhere.has(story.id) ? SHOWN_ELSEWHERE : 0) + (outdone.has(story.id) ? OUTDONE : 0)
    return { story, score: scoreOf(story) - less }
  })
  scored.sort(
    (a, b) =>
      b.score - a.score || compare(b.story.toldOn ?? '', a.story.toldOn ?? '') || compare(a.story.id, b.story.id),
  )
  const kept = new Map<string, number>()
  const isWorth = ({ story }: { readonly story: Candidate }, index: number) => {
    let isRare = index < POOL
    for (const dimension of ['theme', 'post', 'place', 'group'] as const) {
      for (const value of story[dimension]) {
        const before = kept.get(value) ?? 0
        if (before < POOL_OF_VALUE) isRare = true
        kept.set(value, before + 1)
      }
    }
    return isRare
  }
  return scored
    .filter(isWorth)
    .map((one) => ({ ...one, targets: mix.placesOf(one.story), values: lately.numbersOf(one.story) }))
}

/** Somebody told a real story that this column could have or has. */
const hasReal = ({ candidates, pinned, shown, examples }: Selection): boolean =>
  [candidates, pinned, shown].some((stories) => stories.some(({ id }) => !examples.has(id)))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How often values were shown among the newest stories, and how much their rarity weighs. */
function openLately(shown: readonly ShownStory[], weights: readonly number[]) {
  const newest = shown.toSorted((a, b) => compare(b.publishedAt, a.publishedAt) || compare(a.id, b.id)).slice(0, LATELY)
  const numbers = DIMENSIONS.map(() => new Map<string, number>())
  const counts: number[] = []
  const numberOf = (dimension: number, value: string): number => {
    const known = numbers[dimension]?.get(value)
    if (known !== undefined) return known
    numbers[dimension]?.set(value, counts.length)
    return counts.push(0) - 1
  }
  const numbersOf = (story: Pick<Candidate, (typeof DIMENSIONS)[number]>) =>
    DIMENSIONS.map((dimension, index) => story[dimension].map((value) => numberOf(index, value)))
  const add = (story: Pick<Candidate, (typeof DIMENSIONS)[number]>) => {
    for (const number of numbersOf(story).flat()) counts[number] = (counts[number] ?? 0) + 1
  }
  for (const story of newest) add(story)
  return {
    add,
    numbersOf,
    isNew: (dimension: number, value: string) => (counts[numberOf(dimension, value)] ?? 0) === 0,
    isEmpty: newest.length === 0,
    /** By the rarest value of each aspect; a story filed under none is nothing rare. */
    rarity(values: readonly (readonly number[])[]): number {
      let sum = 0
      for (let index = 0; index < values.length; index++) {
        const weight = weights[index] ?? 0
        const own = values[index]
        if (weight === 0 || own === undefined || own.length === 0) continue
        let fewest = Infinity
        for (const number of own) fewest = Math.min(fewest, counts[number] ?? 0)
        sum += weight / (1 + fewest)
      }
      return sum
    },
  }
}

/** What the column has not shown lately, where the office looks at it and names nothing. */
function rareValues(story: Candidate, { criteria }: FeedDefinition, lately: ReturnType<typeof openLately>): string[] {
  if (lately.isEmpty) return []
  const named = { theme: criteria.themes, post: criteria.posts, place: criteria.places }
  return DIMENSIONS.flatMap((dimension, index) =>
    criteria.weights[dimension] > 0 && named[dimension].length === 0
      ? story[dimension].filter((value) => lately.isNew(index, value))
      : [],
  )
}

/** Heroes who were told about lately. */
function openRest(restMonths: number, today: string, shown: readonly ShownStory[]) {
  const told = new Map<string, { readonly on: string; readonly here: boolean }>()
  for (const { heroes, publishedAt } of shown) {
    for (const hero of heroes) {
      const on = publishedAt.slice(0, 10)
      if (isNamed(hero) && on > (told.get(hero)?.on ?? '')) told.set(hero, { on, here: false })
    }
  }
  return {
    add({ heroes }: Candidate) {
      for (const hero of heroes) if (isNamed(hero)) told.set(hero, { on: today, here: true })
    },
    resting({ heroes }: Candidate): Resting[] {
      if (restMonths === 0 || heroes.length === 0) return []
      return heroes.flatMap((hero) => {
        const last = told.get(hero)
        const months = last && monthsSince(last.on, today)
        return months !== undefined && months < restMonths ? [{ hero, months, here: last?.here ?? false }] : []
      })
    },
  }
}
