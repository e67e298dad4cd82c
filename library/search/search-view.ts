import type { ItemKind } from '../items/item-kind.ts'
import type { Validity } from '../items/validity.ts'

/** One passage found. Ranges are UTF-16 offsets into `snippet`, end exclusive. */
export interface SearchHit {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  /** The heading as printed (第六十二条); absent when the passage has none. */
  readonly provision?: string | undefined
  readonly anchor: string
  readonly path: readonly string[]
  /** The file's path as given to import, relative to the imported folder, with `/`. */
  readonly source: string
  readonly validity: Validity
  readonly snippet: string
  readonly marks: readonly (readonly [number, number])[]
  /** Higher is better; comparable within one answer only. */
  readonly score: number
  /** Why this was found, when not obvious. */
  readonly why?: string | undefined
}

/** Something typed that could not be used as meant, and what was done instead. */
export interface SearchNotice {
  /** What was typed, as it stands in the query. */
  readonly typed: string
  /** One sentence for people. */
  readonly message: string
}

/** Another way to type what was probably meant. */
export interface Correction {
  /** The whole query, corrected; searching for it finds something. */
  readonly query: string
  /** 音近, 一字之差, 拼音 … as a short sentence. */
  readonly why: string
}

/** The one place that was named by title and provision, to be opened at once. */
export interface Place {
  readonly itemId: string
  readonly anchor: string
  readonly title: string
  readonly provision: string
}

/**
 * What `xinhuo search --json` prints and the service's first answer holds. `total` counts passages:
 * all that hold what was typed, and of those that are only near it the best thousand.
 */
export interface SearchAnswer {
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly SearchHit[]
  /** Absent when everything typed was understood. */
  readonly notices?: readonly SearchNotice[] | undefined
  readonly didYouMean?: Correction | undefined
}

/** Hits of one item together, best passage first. */
export interface ItemHits {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly label?: string | undefined
  readonly issuer?: string | undefined
  readonly documentNumber?: string | undefined
  readonly issuedOn?: string | undefined
  readonly validity: Validity
  readonly source: string
  /** The revision that was found; another than the item's current one only when a validity was asked for. */
  readonly revision: string
  /** The best few passages. */
  readonly passages: readonly SearchHit[]
  /** How many of its passages match. */
  readonly found: number
}

/** What the search desk shows. `total` counts passages, `itemTotal` items; `items` are in order of their best passage. */
export interface GroupedAnswer {
  readonly total: number
  readonly tookMs: number
  readonly itemTotal: number
  /** True when nothing holds every word as typed, and these are the nearest. */
  readonly nearest: boolean
  readonly items: readonly ItemHits[]
  /** The words to highlight when a hit is opened. */
  readonly terms: readonly string[]
  readonly facets: {
    readonly kind: readonly FacetValue<ItemKind>[]
    readonly validity: readonly FacetValue<Validity>[]
    readonly issuer: readonly FacetValue<string>[]
    readonly topic: readonly FacetValue<string>[]
    readonly channel: readonly FacetValue<string>[]
  }
  readonly notices: readonly SearchNotice[]
  readonly didYouMean?: Correction | undefined
  readonly jump?: Place | undefined
}

export interface FacetValue<T extends string> {
  readonly value: T
  /** How many items there would be with this value chosen. */
  readonly count: number
}

/** A title offered while typing, or one provision of it when that was typed. */
export interface Suggestion {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly validity: Validity
  readonly anchor?: string | undefined
  readonly provision?: string | undefined
  /** Why this was offered, when not obvious (拼音首字母 …). */
  readonly why?: string | undefined
}

/** A word worth searching for: a topic, or a word of the vocabulary. */
export interface TermSuggestion {
  readonly term: string
  readonly type: 'topic' | 'word'
  readonly why?: string | undefined
}

/** Answered within a keystroke. */
export interface Suggestions {
  readonly items: readonly Suggestion[]
  readonly terms: readonly TermSuggestion[]
}
