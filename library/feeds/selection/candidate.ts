import type { MixDimension } from '../feed.schema.ts'

/** What a story is filed under, as the target mix counts it. */
export type StoryValues = Readonly<Record<MixDimension, readonly string[]>>

/** A published story as choosing looks at it. */
export interface Candidate extends StoryValues {
  readonly id: string
  readonly topic: readonly string[]
  readonly audience: readonly string[]
  /** The names that may be printed of those it is about. */
  readonly heroes: readonly string[]
  /** When it was told, else when it happened: a year, a month or a day. */
  readonly toldOn: string | undefined
  readonly evidence: number
  readonly pictures: number
}

/** A story that stands in the column. */
export interface ShownStory extends StoryValues {
  readonly id: string
  readonly heroes: readonly string[]
  /** ISO 8601. */
  readonly publishedAt: string
}

/** 王某, 一位驻村干部: whoever is printed so is nobody that could be met again. */
export const isNamed = (hero: string): boolean => !/某|^[一两几]?[位名个]|^化名|（化名）$/.test(hero)
