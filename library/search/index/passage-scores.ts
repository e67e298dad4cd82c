import type { BestMatches } from './best-matches.ts'
import { inverseFrequency, WEIGHT_STEP } from './bm25.ts'
import { holdersOf, type IndexState, type LiveSegment } from './index-state.ts'
import { ListCursor } from './list-cursor.ts'
import type { PostingList, PostingLists } from './posting-lists.ts'
import { PASSAGES_PER_SEGMENT, type Scope } from './segment-writing.ts'
import { documentKey } from './term-keys.ts'

/** A term with what one step of its weight adds to a score. */
export interface ScoredTerm {
  readonly passageKey: number
  readonly passageFactor: number
  readonly documentKey: number
  readonly documentFactor: number
}

/**
 * Adds up BM25 over the terms of a query. Terms of a document's own fields count for each of its passages.
 * Sums are kept in 32 bits and in the order of the terms everywhere, so that a passage has one score
 * whichever way it is found.
 */
export class PassageScores {
  private readonly lists: PostingLists
  private readonly sums = new Float32Array(PASSAGES_PER_SEGMENT)
  private readonly partSums = new Float32Array(PASSAGES_PER_SEGMENT)

  constructor(lists: PostingLists) {
    this.lists = lists
  }

  /**
   * Terms as they tell in one scope: each has its own frequencies.
   * @param documentShare how much a document's own fields count: all, or less where a question is
   * not about the title and each of its words would lift every passage of a text
   */
  terms(
    state: IndexState,
    scope: Scope,
    terms: readonly { readonly key: number; readonly weight: number }[],
    documentShare = 1,
  ): ScoredTerm[] {
    return terms.map(({ key, weight }) => {
      const ofDocument = documentKey(key)
      const inPassages = holdersOf(state, this.lists, scope, key)
      const inDocuments = holdersOf(state, this.lists, scope, ofDocument)
      return {
        passageKey: key,
        passageFactor: weight * WEIGHT_STEP * inverseFrequency(inPassages, state.livePassages[scope]),
        documentKey: ofDocument,
        documentFactor:
          documentShare * weight * WEIGHT_STEP * inverseFrequency(inDocuments, state.liveDocuments[scope]),
      }
    })
  }

  /** Shows `best` every accepted passage of a segment that holds any of the terms; those in `left` are left out. */
  rank(
    segment: LiveSegment,
    terms: readonly ScoredTerm[],
    accepted: Uint8Array,
    left: Uint16Array,
    best: BestMatches,
  ): void {
    const { passages, partOf, partStarts } = segment.stored
    const { sums } = this
    sums.fill(0, 0, passages)
    for (const { passageKey, passageFactor } of terms) {
      const list = this.lists.find(segment.stored, passageKey)
      if (!list) continue
      const { locals, weights } = list.block
      if (locals) addSparse(sums, locals, weights, list.from, list.to, passageFactor)
      else addDense(sums, weights, passageFactor)
    }
    if (this.sumParts(segment, terms)) {
      for (let part = 0; part + 1 < partStarts.length; part++) {
        const sum = this.partSums[part] as number
        if (sum === 0) continue
        const end = partStarts[part + 1] as number
        for (let local = partStarts[part] as number; local < end; local++) sums[local] = (sums[local] as number) + sum
      }
    }
    for (const local of left) sums[local] = 0
    let { threshold } = best
    for (let local = 0; local < passages; local++) {
      const score = sums[local] as number
      if (score > threshold && accepted[partOf[local] as number]) {
        best.take(segment.base + local, score)
        threshold = best.threshold
      }
    }
  }

  /** Writes the scores of some passages of a segment (ascending) into `scores` from `at` on. */
  scoreInto(
    segment: LiveSegment,
    terms: readonly ScoredTerm[],
    locals: Uint16Array,
    scores: Float32Array,
    at: number,
  ): void {
    const { sums } = this
    // Sums of other passages are left as they are: nobody looks at them before they begin anew.
    for (const local of locals) sums[local] = 0
    for (const { passageKey, passageFactor } of terms) {
      const list = this.lists.find(segment.stored, passageKey)
      if (!list) continue
      const { block, from, to } = list
      if (!block.locals) addWanted(sums, block.weights, locals, passageFactor)
      else if (to - from < locals.length * SEEK_COST)
        addSparse(sums, block.locals, block.weights, from, to, passageFactor)
      else addSought(sums, list, locals, passageFactor)
    }
    for (let i = 0; i < locals.length; i++) scores[at + i] = sums[locals[i] as number] as number
    if (!this.sumParts(segment, terms)) return
    const { partOf } = segment.stored
    for (let i = 0; i < locals.length; i++)
      scores[at + i] = (scores[at + i] as number) + (this.partSums[partOf[locals[i] as number] as number] as number)
  }

  /** Sums what the documents' own fields add; false when nothing. */
  private sumParts({ stored }: LiveSegment, terms: readonly ScoredTerm[]): boolean {
    let any = false
    for (const { documentKey: key, documentFactor } of terms) {
      const list = this.lists.find(stored, key)
      if (!list) continue
      if (!any) this.partSums.fill(0, 0, stored.partDocuments.length)
      any = true
      const { locals, weights } = list.block
      if (locals) addSparse(this.partSums, locals, weights, list.from, list.to, documentFactor)
      else addDense(this.partSums, weights, documentFactor)
    }
    return any
  }
}

/** Looking one passage up in a list costs as much as going through so many entries of it. */
const SEEK_COST = 16

function addSparse(
  sums: Float32Array,
  locals: Uint16Array,
  weights: Uint8Array,
  from: number,
  to: number,
  factor: number,
): void {
  for (let i = from; i < to; i++) {
    const local = locals[i] as number
    sums[local] = (sums[local] as number) + (weights[i] as number) * factor
  }
}

function addDense(sums: Float32Array, weights: Uint8Array, factor: number): void {
  for (let local = 0; local < weights.length; local++)
    sums[local] = (sums[local] as number) + (weights[local] as number) * factor
}

function addWanted(sums: Float32Array, weights: Uint8Array, locals: Uint16Array, factor: number): void {
  for (let i = 0; i < locals.length; i++) {
    const local = locals[i] as number
    sums[local] = (sums[local] as number) + (weights[local] as number) * factor
  }
}

function addSought(sums: Float32Array, list: PostingList, locals: Uint16Array, factor: number): void {
  const { weights } = list.block
  const cursor = new ListCursor(list)
  for (let i = 0; i < locals.length; i++) {
    const local = locals[i] as number
    const entry = cursor.seek(local)
    if (entry >= 0) sums[local] = (sums[local] as number) + (weights[entry] as number) * factor
  }
}
