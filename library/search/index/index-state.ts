import type { IndexDocument } from './passage-index.ts'
import { listLength, type PostingList, type PostingLists } from './posting-lists.ts'
import type { Scope } from './segment-writing.ts'
import type { StoredSegment } from './stored-segment.ts'
import { isDocumentKey } from './term-keys.ts'

/** A segment as one state of the index sees it. */
export interface LiveSegment {
  readonly stored: StoredSegment
  /** The number of its first passage. */
  readonly base: number
  /** By part: the ordinal of its document, −1 when that is gone. */
  readonly ordinals: Int32Array
  readonly livePassages: number
}

/** One state of the index: the documents there are, and where their passages lie. */
export interface IndexState {
  readonly documents: readonly IndexDocument[]
  readonly segments: readonly LiveSegment[]
  /** How many passages have numbers, removed ones among them. */
  readonly numbers: number
  readonly livePassages: Readonly<Record<Scope, number>>
  readonly liveDocuments: Readonly<Record<Scope, number>>
}

/** @param documents ascending by number */
export function indexState(documents: readonly IndexDocument[], stored: readonly StoredSegment[]): IndexState {
  const ordinalOf = new Map(documents.map((document, ordinal) => [document.id, ordinal]))
  const livePassages = { current: 0, other: 0 }
  const liveDocuments = { current: 0, other: 0 }
  let numbers = 0
  const segments = stored.map((segment): LiveSegment => {
    const ordinals = Int32Array.from(segment.partDocuments, (document) => ordinalOf.get(document) ?? -1)
    let live = 0
    for (let part = 0; part < ordinals.length; part++) {
      if ((ordinals[part] as number) < 0) continue
      live += (segment.partStarts[part + 1] as number) - (segment.partStarts[part] as number)
      if (segment.partPlaces[part] === 0) liveDocuments[segment.scope]++
    }
    livePassages[segment.scope] += live
    const base = numbers
    numbers += segment.passages
    return { stored: segment, base, ordinals, livePassages: live }
  })
  return { documents, segments, numbers, livePassages, liveDocuments }
}

/** The segment that a passage lies in. */
export function segmentOf(state: IndexState, passage: number): LiveSegment | undefined {
  return state.segments.findLast(({ base }) => base <= passage)
}

/** How many live passages, or documents, hold a term: exact, whatever was removed or merged. */
export function holdersOf(state: IndexState, lists: PostingLists, scope: Scope, key: number): number {
  let holders = 0
  for (const segment of state.segments) {
    if (segment.stored.scope !== scope) continue
    const list = lists.find(segment.stored, key)
    if (list) holders += isDocumentKey(key) ? liveParts(segment, list) : livePassages(segment, list)
  }
  return holders
}

/** A document that lies in several segments counts where it begins. */
function liveParts({ stored, ordinals }: LiveSegment, list: PostingList): number {
  let count = 0
  forEachLocal(list, (part) => {
    if ((ordinals[part] as number) >= 0 && stored.partPlaces[part] === 0) count++
  })
  return count
}

function livePassages({ stored, ordinals, livePassages: live }: LiveSegment, list: PostingList): number {
  if (live === stored.passages) return listLength(list)
  let count = 0
  forEachLocal(list, (local) => {
    if ((ordinals[stored.partOf[local] as number] as number) >= 0) count++
  })
  return count
}

function forEachLocal({ block, from, to }: PostingList, visit: (local: number) => void): void {
  for (let i = from; i < to; i++) {
    if (block.locals) visit(block.locals[i] as number)
    else if (block.weights[i]) visit(i)
  }
}
