import type { PassageView } from '../items/item-view.ts'
import type { SourceWork } from '../items/revision.schema.ts'
import type { StoryEvent, StoryState, StoryStep, StoryTask } from './process/process-view.ts'
import type { EvidenceLevel, PublicStory, StoryRecord } from './story.schema.ts'

/** A story in lists: one in the making here, or one that came with a channel, an import or the starter content. */
export interface StorySummary {
  /** The same before and after publication: the item's identifier. */
  readonly id: string
  readonly title: string
  readonly summary?: string | undefined
  readonly state: StoryState
  /** Made here, so that it can be changed. */
  readonly own: boolean
  /** A published story whose correction is being written: this says what the draft says, readers see what was published. */
  readonly correcting?: true | undefined
  readonly themes: readonly string[]
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly places: readonly string[]
  readonly groups: readonly string[]
  /** The names that may be printed of those it is about. */
  readonly heroes: readonly string[]
  readonly happenedFrom?: string | undefined
  readonly evidence: EvidenceLevel
  readonly pictures: number
  /** The cleaned cover's blob, or for an own story its original's. */
  readonly cover?: string | undefined
  readonly publishedOn?: string | undefined
  readonly reviewOn?: string | undefined
  /** When the next step is wished for; never a reproach. */
  readonly dueOn?: string | undefined
  readonly scheduledFor?: string | undefined
  readonly openTasks: number
  readonly updatedAt: string
}

export interface StoryFilter {
  readonly q?: string | undefined
  readonly state?: StoryState | 'in-work' | 'discarded' | undefined
  readonly own?: boolean | undefined
  readonly theme?: string | undefined
  readonly topic?: string | undefined
  readonly post?: string | undefined
  readonly place?: string | undefined
  readonly group?: string | undefined
  /** Stories that show a provision of this item in action. */
  readonly policy?: string | undefined
  readonly anchor?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly sort?: 'updated' | 'published' | 'title' | undefined
  readonly limit: number
  readonly offset: number
}

export interface StoryPage {
  readonly total: number
  readonly stories: readonly StorySummary[]
  /** How many there are by each value, over everything the other filters leave; in the order of the vocabulary. */
  readonly facets: Readonly<Record<'state' | 'theme' | 'post' | 'place' | 'group', readonly FacetValue[]>>
}
export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** An own story, whole. */
export interface StoryView extends StorySummary {
  readonly record: StoryRecord
  /** SHA-256 of the record's canonical form (RFC 8785): what was approved is named by it. */
  readonly recordSha256: string
  readonly createdAt: string
  readonly createdBy?: string | undefined
  /** The revision that readers see now, once published. */
  readonly revision?: string | undefined
  /** What may be done next by whom, for the person named in the request. */
  readonly steps: readonly StepOffer[]
  readonly tasks: readonly StoryTask[]
  readonly events: readonly StoryEvent[]
  /** What is missing for a story that others can use, in the order of the form; empty when whole. */
  readonly missing: readonly { readonly field: string; readonly says: string }[]
}

/** A story as readers see it. */
export interface ShownStory {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  readonly label?: string | undefined
  readonly publishedOn?: string | undefined
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly places: readonly string[]
  readonly sources: readonly SourceWork[]
  /** With `itemId` and `anchor` where this library holds the provision. */
  readonly story: PublicStory
  readonly passages: readonly PassageView[]
  /** Absent for a preview. */
  readonly revision?: string | undefined
}

export interface StepOffer {
  readonly step: StoryStep
  readonly allowed: boolean
  /** Why not, in a sentence; with `onlyUrgent`, why only so. */
  readonly why?: string | undefined
  /** What `why` says, for an interface in another language. */
  readonly because?: 'this-computer' | 'role' | 'changed-since' | 'gate' | 'two-in-a-row' | 'own-change' | undefined
  /** Of `retire`: this person took the step before, so that only urgency allows this one. */
  readonly onlyUrgent?: boolean | undefined
}

/** The words of the story form: what can be chosen, each in the vocabulary's order. */
export interface StoryVocabulary {
  readonly themes: readonly string[]
  readonly topics: readonly string[]
  readonly posts: readonly string[]
  readonly groups: readonly string[]
  /** Places named so far, and the villages of the unit profile. */
  readonly places: readonly string[]
}
