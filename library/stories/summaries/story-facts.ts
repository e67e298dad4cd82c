import type { StoryState } from '../process/process-view.ts'
import type { EvidenceLevel, ShownPolicy } from '../story.schema.ts'

/** What lists, facets and links say of a story, wherever it came from. */
export interface StoryFacts {
  readonly id: string
  /** Made here. */
  readonly own: boolean
  readonly state: StoryState
  readonly title: string
  readonly summary?: string | undefined
  readonly themes: readonly string[]
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly string[]
  readonly audience: readonly string[]
  /** The names that may be printed of those it is about. */
  readonly heroes: readonly string[]
  /** Who they are, for telling whether the same one is told about again: 王某 may be two people. */
  readonly heroNames: readonly string[]
  readonly happenedFrom?: string | undefined
  readonly evidence: EvidenceLevel
  readonly pictures: number
  readonly cover?: string | undefined
  readonly publishedOn?: string | undefined
  readonly reviewOn?: string | undefined
  readonly dueOn?: string | undefined
  readonly scheduledFor?: string | undefined
  readonly revision?: string | undefined
  readonly policies: readonly ShownPolicy[]
  /** Names and other words it is found by besides these. */
  readonly words: readonly string[]
  /** Its text, for telling stories that say nearly the same. */
  readonly text: string
  readonly updatedAt: string
}

/** What a list shows of a story's facets without asking again: the JSON of `story_summary.facets`. */
export type ListedFacets = Pick<StoryFacts, 'themes' | 'topics' | 'posts' | 'places' | 'groups' | 'heroes'>
