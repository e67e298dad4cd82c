import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { reportIndexDamage } from '../index-connection.ts'
import { BestMatches } from './best-matches.ts'
import { documentReader } from './document-table.ts'
import { readIndexMeta } from './index-schema.ts'
import { type IndexState, indexState, type LiveSegment, segmentOf } from './index-state.ts'
import type { Clause, DocumentMask, IndexDocument, Matches, PassageIndex, WeightedTerm } from './passage-index.ts'
import { PassageScores, type ScoredTerm } from './passage-scores.ts'
import { clauseKeys, PhraseMatching, type PlannedClause, planClause } from './phrase-matching.ts'
import { postingLists } from './posting-lists.ts'
import type { Scope } from './segment-writing.ts'
import { acceptedLocals, mergeSorted, type Sorted, withoutSorted } from './sorted-locals.ts'
import { sortedMatches } from './sorted-matches.ts'
import { type StoredSegment, segmentReader } from './stored-segment.ts'
import { tokenKey } from './token-key.ts'
import { VectorScan } from './vector-scan.ts'

/** The inner product of two vectors of full length. */
const FULL_LENGTH = 127 * 127
/**
 * What a title adds when any of the words will do. Measured on real questions: with all of it recall
 * among the first ten is .45, with none .50, and with this .50 and the most among the first hundred.
 */
const ASKED_DOCUMENT_SHARE = 0.15
const NO_PASSAGES = new Uint16Array(0)
const NOTHING: IndexState = indexState([], [])

/** Opens the index that a {@link PassageIndexWriter} keeps; reads nothing before the first `refresh`. */
export function openPassageIndex(connection: SqliteConnection): PassageIndex {
  const dataVersion = connection.prepare('PRAGMA data_version')
  const lists = postingLists(connection)
  const scores = new PassageScores(lists)
  let reading: { documents: ReturnType<typeof documentReader>; segments: ReturnType<typeof segmentReader> } | undefined
  let state = NOTHING
  let seen = -1
  let version = 0
  let instance: string | undefined
  let vectors: VectorScan | undefined
  let dimensions = 0
  let encoderId: string | undefined
  let passagesByOrdinal: Uint32Array[] | undefined

  const phrases = new PhraseMatching(lists, ({ stored, ordinals }, local) => {
    const part = stored.partOf[local] as number
    if ((ordinals[part] as number) < 0) return undefined
    return readPassage(stored, local)
  })
  const readPassage = (stored: StoredSegment, local: number) => {
    const part = stored.partOf[local] as number
    const place = (stored.partPlaces[part] as number) + local - (stored.partStarts[part] as number)
    const found = reading?.documents.passage(stored.partDocuments[part] as number, place)
    if (!found) throw reportIndexDamage(connection, `passage ${place} of document ${stored.partDocuments[part]}`)
    return found
  }

  const load = () => {
    reading ??= { documents: documentReader(connection), segments: segmentReader(connection) }
    const { documents, segments } = reading
    const current = readIndexMeta(connection, 'instance')
    if (current !== instance) {
      // Another index in the same file: its numbers begin anew.
      instance = current
      state = NOTHING
      lists.clear()
      dimensions = Number(readIndexMeta(connection, 'dimensions'))
      encoderId = readIndexMeta(connection, 'format')?.split(' ')[1]
      vectors = dimensions > 0 ? new VectorScan(connection, dimensions) : undefined
    }
    const stored = new Map(state.segments.map((segment) => [segment.stored.id, segment.stored]))
    const segmentIds = segments.ids()
    state = indexState(
      loadDocuments(state.documents, documents),
      segmentIds.map((id) => stored.get(id) ?? segments.read(id)),
    )
    vectors?.keepOnly(new Set(segmentIds))
    passagesByOrdinal = undefined
    version++
  }

  /** Each segment that has accepted documents, with which of its parts these are. */
  const acceptedSegments = (accepts: DocumentMask) =>
    state.segments.flatMap((segment) => {
      const parts = new Uint8Array(segment.ordinals.length)
      let accepted = 0
      for (let part = 0; part < parts.length; part++) {
        const ordinal = segment.ordinals[part] as number
        if (ordinal < 0 || accepts[ordinal] !== 1) continue
        parts[part] = 1
        accepted++
      }
      return accepted > 0 ? [{ segment, parts, isWhole: accepted === parts.length }] : []
    })

  const termsByScope = (terms: readonly { key: number; weight: number }[], documentShare = 1) => {
    const known: Partial<Record<Scope, ScoredTerm[]>> = {}
    return (scope: Scope) => {
      known[scope] ??= scores.terms(state, scope, terms, documentShare)
      return known[scope]
    }
  }
  const keyed = (terms: readonly WeightedTerm[]) => terms.map(({ token, weight }) => ({ key: tokenKey(token), weight }))

  const excludedIn = (segment: LiveSegment, excluded: readonly PlannedClause[], within?: Sorted) =>
    excluded.reduce<Sorted>(
      (left, clause) => mergeSorted(left, phrases.holders(state, segment, clause, within)),
      NO_PASSAGES,
    )

  /** The passages of a segment that hold every clause, from the rarest on. */
  const holdersOfAll = (segment: LiveSegment, clauses: readonly PlannedClause[]): Sorted => {
    const rarestFirst = clauses
      .map((clause) => ({ clause, estimate: phrases.estimate(segment, clause) }))
      .sort((a, b) => a.estimate - b.estimate)
    if (rarestFirst[0]?.estimate === 0) return NO_PASSAGES
    let holders: Sorted | undefined
    for (const { clause } of rarestFirst) {
      holders = phrases.holders(state, segment, clause, holders)
      if (holders.length === 0) break
    }
    return holders ?? NO_PASSAGES
  }

  /** Splits passages (ascending) by segment. */
  const bySegment = (passages: Uint32Array, visit: (segment: LiveSegment, locals: Uint16Array, at: number) => void) => {
    let at = 0
    for (const segment of state.segments) {
      const from = at
      const end = segment.base + segment.stored.passages
      while (at < passages.length && (passages[at] as number) < end) at++
      if (at === from) continue
      visit(
        segment,
        Uint16Array.from(passages.subarray(from, at), (passage) => passage - segment.base),
        from,
      )
    }
  }

  return {
    refresh() {
      const { data_version: now } = dataVersion.get([]) as { data_version: number }
      if (now === seen) return
      load()
      seen = now
    },
    get documents() {
      return state.documents
    },
    get version() {
      return version
    },
    get encoderId() {
      return encoderId
    },
    passageCount: () => state.livePassages.current + state.livePassages.other,
    indexedSeq: () => Number(readIndexMeta(connection, 'indexed_seq')),
    ordinalOf(passage) {
      const segment = segmentOf(state, passage)
      return segment ? (segment.ordinals[segment.stored.partOf[passage - segment.base] as number] ?? -1) : -1
    },
    passage(passage) {
      const segment = segmentOf(state, passage)
      if (!segment) throw new RangeError(`no passage ${passage}`)
      return readPassage(segment.stored, passage - segment.base)
    },
    passagesOf(ordinal) {
      passagesByOrdinal ??= numberPassages(state)
      return passagesByOrdinal[ordinal] ?? new Uint32Array(0)
    },
    matchAll(clauses, excluded, accepts) {
      const planned = clauses.map(planClause)
      const unwanted = excluded.map(planClause)
      const keys = [...new Set(planned.flatMap(clauseKeys))].map((key) => ({ key, weight: 1 }))
      const termsOf = termsByScope(keys)
      const found: { segment: LiveSegment; locals: Sorted }[] = []
      let total = 0
      for (const { segment, parts, isWhole } of acceptedSegments(accepts)) {
        const all = holdersOfAll(segment, planned)
        const holders = isWhole ? all : acceptedLocals(all, segment.stored.partOf, parts)
        const locals = withoutSorted(holders, excludedIn(segment, unwanted, holders))
        if (locals.length === 0) continue
        total += locals.length
        found.push({ segment, locals })
      }
      const passages = new Uint32Array(total)
      const sums = new Float32Array(total)
      let at = 0
      for (const { segment, locals } of found) {
        for (let i = 0; i < locals.length; i++) passages[at + i] = segment.base + (locals[i] as number)
        scores.scoreInto(segment, termsOf(segment.stored.scope), locals, sums, at)
        at += locals.length
      }
      return sortedMatches(passages, sums)
    },
    rankAny(terms, excluded, accepts, most) {
      const best = new BestMatches(Math.min(most, state.numbers), 0)
      const termsOf = termsByScope(keyed(terms), ASKED_DOCUMENT_SHARE)
      const unwanted = excluded.map(planClause)
      for (const { segment, parts } of acceptedSegments(accepts))
        scores.rank(segment, termsOf(segment.stored.scope), parts, excludedIn(segment, unwanted), best)
      return best.sorted()
    },
    scoreOf(terms, passages) {
      const sums = new Float32Array(passages.length)
      const termsOf = termsByScope(keyed(terms), ASKED_DOCUMENT_SHARE)
      bySegment(passages, (segment, locals, at) =>
        scores.scoreInto(segment, termsOf(segment.stored.scope), locals, sums, at),
      )
      return sums
    },
    holds(clause: Clause, passages) {
      const held = new Uint8Array(passages.length)
      const planned = planClause(clause)
      bySegment(passages, (segment, locals, at) => {
        const holders = phrases.holders(state, segment, planned, locals)
        for (let i = 0, next = 0; i < locals.length; i++) {
          if (locals[i] !== holders[next]) continue
          held[at + i] = 1
          next++
        }
      })
      return held
    },
    nearest(vector, accepts, most): Matches {
      const best = new BestMatches(vectors ? Math.min(most, state.numbers) : 0, Number.NEGATIVE_INFINITY)
      for (const { segment, parts } of vectors ? acceptedSegments(accepts) : []) {
        const products = (vectors as VectorScan).compare(segment.stored, vector)
        const { partOf } = segment.stored
        let { threshold } = best
        for (let local = 0; local < products.length; local++) {
          const product = products[local] as number
          if (product > threshold && parts[partOf[local] as number]) {
            best.take(segment.base + local, product)
            threshold = best.threshold
          }
        }
      }
      const { passages, scores: products } = best.sorted()
      return { passages, scores: products.map((product) => product / FULL_LENGTH) }
    },
    similarityOf(vector, passages) {
      const similarities = new Float32Array(passages.length)
      if (!vectors) return similarities
      const scan = vectors
      bySegment(passages, (segment, locals, at) => {
        const all = scan.vectors(segment.stored)
        for (let i = 0; i < locals.length; i++) {
          const from = (locals[i] as number) * dimensions
          let product = 0
          for (let d = 0; d < dimensions; d++) product += (all[from + d] as number) * (vector[d] as number)
          similarities[at + i] = product / FULL_LENGTH
        }
      })
      return similarities
    },
  }
}

/** Documents never change, they come and go: those already known need not be read again. */
function loadDocuments(known: readonly IndexDocument[], reader: ReturnType<typeof documentReader>): IndexDocument[] {
  if (known.length === 0) return reader.all()
  const byId = new Map(known.map((document) => [document.id, document]))
  return reader.ids().map((id) => byId.get(id) ?? reader.document(id))
}

/** The numbers of each document's passages, in its order. */
function numberPassages({ documents, segments }: IndexState): Uint32Array[] {
  const stretches = documents.map((): { place: number; first: number; count: number }[] => [])
  for (const { stored, base, ordinals } of segments) {
    for (let part = 0; part < ordinals.length; part++) {
      const start = stored.partStarts[part] as number
      const count = (stored.partStarts[part + 1] as number) - start
      stretches[ordinals[part] as number]?.push({
        place: stored.partPlaces[part] as number,
        first: base + start,
        count,
      })
    }
  }
  return stretches.map((parts) => {
    const numbers = parts
      .sort((a, b) => a.place - b.place)
      .flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i))
    return Uint32Array.from(numbers)
  })
}
