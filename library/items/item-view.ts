import type { ItemKind } from './item-kind.ts'
import type { Attachment, SourceWork } from './revision.schema.ts'
import type { Validity } from './validity.ts'

/** One line about an item, for lists. */
export interface ItemSummary {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly label?: string | undefined
  readonly issuer?: string | undefined
  readonly documentNumber?: string | undefined
  readonly issuedOn?: string | undefined
  readonly effectiveFrom?: string | undefined
  readonly validity: Validity
  readonly topics: readonly string[]
  readonly description?: string | undefined
  readonly revisions: number
  /** True for what the installed starter channel brought, false for the person's own imports. */
  readonly starter: boolean
}

/** One state of an item in its history, newest first. */
export interface HistoryEntry {
  readonly revision: string
  readonly title: string
  readonly validity: Validity
  readonly current: boolean
  readonly issuedOn?: string | undefined
  readonly effectiveFrom?: string | undefined
  readonly documentNumber?: string | undefined
  /** ISO date-time at which this library recorded the revision, the last time when its source returned to it. */
  readonly recordedAt: string
}

/** PROV: what produced a revision here, from which source. */
export interface ProvenanceEntry {
  readonly activity: 'import' | 'install' | 'edit' | 'restore' | 'update'
  readonly agent: string
  /** The file's path as given to import, relative to the imported folder. */
  readonly source: string
  /** SHA-256 of the source file's bytes. */
  readonly sourceSha256: string
  readonly at: string
}

/** A unit of reading, in document order: what scrolls, is linked and cited. */
export interface PassageView {
  /** Unique within the revision; a provision's is its heading (第六十二条). */
  readonly anchor: string
  readonly type: 'heading' | 'preamble' | 'provision' | 'section'
  /** As printed: 第六十二条, or a heading's text; empty for a preamble. */
  readonly heading: string
  /** 1 to 6 for headings, 0 otherwise. */
  readonly level: number
  /** The headings above this passage, outermost first. */
  readonly path: readonly string[]
  /**
   * Sanitised HTML. Paragraphs of provisions carry `data-cite` (第六十二条第一款, …第（二）项).
   * Pictures are `<img data-blob="HEX" alt>` without src: the reader fetches `/api/blobs/HEX` itself.
   */
  readonly html: string
  /** Plain text, for finding in the page. */
  readonly text: string
}

/** Everything the reading desk shows of one revision of an item. */
export interface ItemView extends ItemSummary {
  readonly revision: string
  /** True when `revision` is the item's current one. */
  readonly current: boolean
  /** The title as cited: 土地管理法 for 中华人民共和国土地管理法. */
  readonly citationTitle: string
  readonly repealedOn?: string | undefined
  readonly expiresOn?: string | undefined
  readonly posts: readonly string[]
  readonly places: readonly string[]
  readonly sources: readonly SourceWork[]
  readonly attachments: readonly Attachment[]
  readonly provenance: readonly ProvenanceEntry[]
  readonly passages: readonly PassageView[]
  readonly history: readonly HistoryEntry[]
}

/** A run of words in a comparison. */
export interface WordChange {
  readonly type: 'same' | 'added' | 'removed'
  readonly text: string
}

/** One passage compared between two revisions. */
export interface PassageChange {
  readonly type: 'same' | 'added' | 'removed' | 'changed' | 'moved'
  /** Heading in the newer revision, or in the older one when removed. */
  readonly heading: string
  readonly oldHeading?: string | undefined
  readonly path: readonly string[]
  readonly words: readonly WordChange[]
}

/** Two revisions compared passage by passage, older to newer. */
export interface Comparison {
  readonly itemId: string
  readonly from: HistoryEntry
  readonly to: HistoryEntry
  readonly summary: {
    readonly added: number
    readonly removed: number
    readonly changed: number
    readonly same: number
  }
  readonly passages: readonly PassageChange[]
}
