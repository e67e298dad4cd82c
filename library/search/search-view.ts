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

/** What `xinhuo search --json` prints and the service's first answer holds. `total` counts passages. */
export interface SearchAnswer {
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly SearchHit[]
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
    readonly kind: readonly { readonly value: ItemKind; readonly count: number }[]
    readonly validity: readonly { readonly value: Validity; readonly count: number }[]
    readonly issuer: readonly { readonly value: string; readonly count: number }[]
  }
}

/** A title offered while typing. */
export interface Suggestion {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly validity: Validity
}
