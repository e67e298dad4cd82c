import { documentWeight, FIELD_WEIGHTS, passageWeight } from './bm25.ts'
import { withRoom } from './growing-arrays.ts'
import type { IndexedPassage, IndexedRevision } from './passage-index.ts'
import { closePassage, distanceSize, writeDistance } from './position-bytes.ts'
import type { PostingBlockBuilder } from './posting-block.ts'
import type { Part, Scope, SegmentContent } from './segment-writing.ts'
import { documentKey, kindOfKey } from './term-keys.ts'
import { TermScanner } from './term-scanner.ts'
import { COUNT, LAST_PLACE, LAST_POSTING, PLACE_BYTES, RECORD_INTS, TermTable } from './term-table.ts'

/** Set on the first place of a term in a passage, in the list of all places. */
const FIRST = 0x8000_0000

/** Gathers passages in memory until they are written as a segment. Terms of one passage or document are a posting each. */
export class SegmentBuilder {
  readonly scope: Scope
  readonly dimensions: number
  passages = 0
  private readonly scanner = new TermScanner()
  private readonly terms = new TermTable()
  /** By posting. */
  private postingTerm = new Uint32Array(1 << 14)
  private postingLocal = new Uint16Array(1 << 14)
  private postingWeight = new Uint8Array(1 << 14)
  postings = 0
  /** By place: its term and the distance from the place before. */
  private placeTerm = new Uint32Array(1 << 14)
  private placeDistance = new Uint32Array(1 << 14)
  private places = 0
  /** Weighted occurrences by posting of the passage at hand. */
  private frequencies = new Float32Array(1 << 12)
  private parts: { document: number; first: number; count: number }[] = []
  private outlineEnds = new Uint16Array(1 << 10)
  private vectors = new Int8Array(0)

  /** @param dimensions of a vector, 0 for none */
  constructor(scope: Scope, dimensions: number) {
    this.scope = scope
    this.dimensions = dimensions
  }

  /** Begins a document, or goes on with one at its passage number `first`. */
  beginPart(document: number, first: number, revision: IndexedRevision): void {
    const { scanner } = this
    scanner.clear()
    const ends: { end: number; weight: number }[] = []
    const field = (texts: readonly string[], weight: number) => {
      for (const text of texts) {
        scanner.scan(text)
        scanner.separate()
      }
      ends.push({ end: scanner.length, weight })
    }
    field([revision.title, ...revision.alternative], FIELD_WEIGHTS.title)
    field([revision.documentNumber ?? ''], FIELD_WEIGHTS.number)
    field(revision.topics, FIELD_WEIGHTS.topics)
    for (let i = 0; i < scanner.length; i++) scanner.keys[i] = documentKey(scanner.keys[i] as number)
    const from = this.postings
    let at = 0
    for (const { end, weight } of ends) {
      this.takeTerms(this.parts.length, from, at, end, weight)
      at = end
    }
    for (let i = from; i < this.postings; i++)
      this.postingWeight[i] = documentWeight(this.frequencies[i - from] as number, scanner.tokens)
    this.parts.push({ document, first, count: 0 })
  }

  /** @param vector its meaning; left out without an encoder */
  addPassage(passage: IndexedPassage, vector?: Int8Array): void {
    const { scanner } = this
    const local = this.passages++
    scanner.clear()
    for (const above of passage.path) scanner.scan(above)
    scanner.scan(passage.heading)
    const outline = scanner.length
    this.outlineEnds = withRoom(this.outlineEnds, this.passages)
    this.outlineEnds[local] = Math.min(0xffff, scanner.position)
    scanner.separate()
    scanner.scan(passage.text)
    const from = this.postings
    this.takeTerms(local, from, 0, outline, FIELD_WEIGHTS.outline)
    this.takeTerms(local, from, outline, scanner.length, FIELD_WEIGHTS.text)
    const { frequencies, postingWeight } = this
    const { tokens } = scanner
    for (let i = from; i < this.postings; i++) postingWeight[i] = passageWeight(frequencies[i - from] as number, tokens)
    if (vector) {
      this.vectors = withRoom(this.vectors, this.passages * this.dimensions)
      this.vectors.set(vector, local * this.dimensions)
    }
    const part = this.parts.at(-1)
    if (part) part.count++
  }

  /** Takes the scanned terms from `at` to `end` into the passage (or part) whose postings begin at `from`. */
  private takeTerms(local: number, from: number, at: number, end: number, weight: number): void {
    const { keys, positions } = this.scanner
    this.postingTerm = withRoom(this.postingTerm, this.postings + end - at)
    this.postingLocal = withRoom(this.postingLocal, this.postings + end - at)
    this.postingWeight = withRoom(this.postingWeight, this.postings + end - at)
    this.placeTerm = withRoom(this.placeTerm, this.places + end - at)
    this.placeDistance = withRoom(this.placeDistance, this.places + end - at)
    this.frequencies = withRoom(this.frequencies, this.postings - from + end - at)
    const { terms, postingTerm, postingLocal, frequencies, placeTerm, placeDistance } = this
    let { postings, places } = this
    for (let i = at; i < end; i++) {
      const term = terms.numberOf(keys[i] as number)
      const { records } = terms
      const record = term * RECORD_INTS
      const last = records[record + LAST_POSTING] as number
      const again = last >= from
      if (again) frequencies[last - from] = (frequencies[last - from] as number) + weight
      else {
        postingTerm[postings] = term
        postingLocal[postings] = local
        frequencies[postings - from] = weight
        records[record + LAST_POSTING] = postings++
        records[record + COUNT] = (records[record + COUNT] as number) + 1
      }
      const place = positions[i] as number
      if (place < 0) continue
      const distance = again ? place - (records[record + LAST_PLACE] as number) : place
      records[record + LAST_PLACE] = place
      records[record + PLACE_BYTES] = (records[record + PLACE_BYTES] as number) + distanceSize(distance)
      placeTerm[places] = term
      placeDistance[places++] = again ? distance : (distance | FIRST) >>> 0
    }
    this.postings = postings
    this.places = places
  }

  content(): SegmentContent {
    return {
      scope: this.scope,
      passages: this.passages,
      parts: this.parts satisfies Part[],
      outlineEnds: this.outlineEnds.slice(0, this.passages),
      vectors: this.vectors.subarray(0, this.passages * this.dimensions),
      dimensions: this.dimensions,
      writeTerms: (blocks) => this.writeTerms(blocks),
    }
  }

  /** Postings and places lie in the order in which they were met; one pass deals each out to its term. */
  private writeTerms(blocks: PostingBlockBuilder): void {
    const { terms } = this
    const sorted = Float64Array.from({ length: terms.size }, (_, term) => terms.keyOf(term)).sort()
    const order = new Uint32Array(terms.size)
    const listEnds = new Uint32Array(terms.size)
    const placeEnds = new Uint32Array(terms.size)
    let postings = 0
    let bytes = 0
    for (let i = 0; i < sorted.length; i++) {
      const term = terms.numberOf(sorted[i] as number)
      order[i] = term
      listEnds[term] = postings
      placeEnds[term] = bytes
      postings += terms.records[term * RECORD_INTS + COUNT] as number
      bytes += terms.records[term * RECORD_INTS + PLACE_BYTES] as number
    }
    const locals = new Uint16Array(postings)
    const weights = new Uint8Array(postings)
    for (let i = 0; i < this.postings; i++) {
      const term = this.postingTerm[i] as number
      const at = listEnds[term] as number
      listEnds[term] = at + 1
      locals[at] = this.postingLocal[i] as number
      weights[at] = this.postingWeight[i] as number
    }
    const places = new Uint8Array(bytes)
    for (let i = 0; i < this.places; i++) {
      const term = this.placeTerm[i] as number
      const distance = this.placeDistance[i] as number
      const at = placeEnds[term] as number
      if (distance >= FIRST) {
        if (at > 0) closePassage(places, at)
        placeEnds[term] = writeDistance(places, at, distance - FIRST)
      } else placeEnds[term] = writeDistance(places, at, distance)
    }
    let from = 0
    let placesFrom = 0
    for (let i = 0; i < sorted.length; i++) {
      const term = order[i] as number
      const to = listEnds[term] as number
      const placesTo = placeEnds[term] as number
      if (placesTo > placesFrom) closePassage(places, placesTo)
      const key = sorted[i] as number
      blocks.add(key, kindOfKey(key), locals, weights, from, to, places, placesFrom, placesTo)
      from = to
      placesFrom = placesTo
    }
  }
}
