import type { ItemKind } from '../../items/item-kind.ts'
import type { Validity } from '../../items/validity.ts'

/** A revision as the index takes it in. */
export interface IndexedRevision {
  readonly itemId: string
  readonly revision: string
  /** `current` is searched by default, `other` only when a validity is asked for. */
  readonly scope: 'current' | 'other'
  readonly kind: ItemKind
  readonly title: string
  readonly alternative: readonly string[]
  readonly label?: string | undefined
  readonly issuer?: string | undefined
  readonly documentNumber?: string | undefined
  readonly issuedOn?: string | undefined
  readonly validity: Validity
  /** Where it came from: `starter` for what the app brings, `own` for what was imported. */
  readonly channel: string
  readonly topics: readonly string[]
  readonly source: string
  readonly passages: readonly IndexedPassage[]
}

export interface IndexedPassage {
  readonly anchor: string
  readonly heading: string
  readonly path: readonly string[]
  /** Plain text. */
  readonly text: string
}

/** Writes the index. The caller holds the transaction, so that passages and `indexedSeq` change together. */
export interface PassageIndexWriter {
  /** The last change of library.db that is in the index. */
  indexedSeq(): number
  setIndexedSeq(seq: number): void
  /** Takes out every passage of an item. */
  remove(itemId: string): void
  add(revision: IndexedRevision): void
  /** Writes what was added since the last call as a segment; to be called before the transaction ends. */
  flush(): void
  /** One bounded piece of merging small or thinned-out segments; false when there is nothing to merge. */
  mergeStep(): boolean
  passageCount(): number
}

/** A document of the index: one revision of an item. */
export interface IndexDocument {
  readonly id: number
  readonly itemId: string
  readonly revision: string
  readonly scope: 'current' | 'other'
  readonly kind: ItemKind
  readonly title: string
  readonly alternative: readonly string[]
  readonly label: string | undefined
  readonly issuer: string | undefined
  readonly documentNumber: string | undefined
  readonly issuedOn: string | undefined
  readonly validity: Validity
  readonly channel: string
  readonly topics: readonly string[]
  readonly source: string
  /** As `identityTitle` has it, folded. */
  readonly titleKey: string
  readonly foldedIssuer: string
}

export interface StoredPassage {
  readonly anchor: string
  readonly heading: string
  readonly path: readonly string[]
  readonly text: string
}

/** Folded text whose runs stand in this order in one field of a passage or of its document. */
export interface Phrase {
  readonly text: string
  /** `outline` looks at headings only (第六十二条 as a place, not as a mention). */
  readonly field?: 'outline' | undefined
  /** A longer heading that is not meant (第六十二条之一 when 第六十二条 was typed). */
  readonly notBefore?: string | undefined
}

/** What a passage must hold: any of these phrases. */
export type Clause = readonly Phrase[]

/** A token as `pairTokens` gives it (a pair of Han characters, a lone one, or a word), and how much it tells. */
export interface WeightedTerm {
  readonly token: string
  /** 1 is usual. */
  readonly weight: number
}

/** Passages by number with their scores, best first; ties by passage number. */
export interface Matches {
  readonly passages: Uint32Array
  readonly scores: Float32Array
}

/** Which documents are looked at: 1 at the ordinal of each accepted one, see {@link PassageIndex.documents}. */
export type DocumentMask = Uint8Array

/**
 * Reads the index. Cheap to keep open; {@link refresh} follows what the writer has committed.
 * Everything between two calls of it works on one state, when the caller holds a read transaction.
 */
export interface PassageIndex {
  refresh(): void
  /** The documents of this state; a document's place in the list is its ordinal. */
  readonly documents: readonly IndexDocument[]
  /** Changes with every state. */
  readonly version: number
  /** The encoder whose vectors the index holds; undefined when it holds none. */
  readonly encoderId: string | undefined
  /** How many passages can be found. */
  passageCount(): number
  indexedSeq(): number
  ordinalOf(passage: number): number
  passage(passage: number): StoredPassage
  /** The passages of one document, in its order. */
  passagesOf(ordinal: number): Uint32Array
  /** Every passage that holds all clauses and none of `excluded`, by BM25 of their terms. */
  matchAll(clauses: readonly Clause[], excluded: readonly Clause[], accepts: DocumentMask): Matches
  /** The best `most` passages that hold any of the terms and none of `excluded`, by BM25. */
  rankAny(terms: readonly WeightedTerm[], excluded: readonly Clause[], accepts: DocumentMask, most: number): Matches
  /** BM25 of these terms for the given passages (ascending), in their order; 0 where none is held. */
  scoreOf(terms: readonly WeightedTerm[], passages: Uint32Array): Float32Array
  /** Whether each passage (ascending) holds any phrase of the clause; 1 or 0, in their order. */
  holds(clause: Clause, passages: Uint32Array): Uint8Array
  /** The best `most` passages by inner product with the vector of a query, over 127². Empty when the index has no vectors. */
  nearest(vector: Int8Array, accepts: DocumentMask, most: number): Matches
  /** The inner product over 127² for the given passages (ascending), in their order. */
  similarityOf(vector: Int8Array, passages: Uint32Array): Float32Array
}
