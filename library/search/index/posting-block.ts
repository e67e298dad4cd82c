import { gapBytes, readGaps, writeGaps } from './local-gaps.ts'

/** How a block's keys are written: as 32-bit distances from its first, or whole where they lie too far apart. */
const NEAR_KEYS = 0
const FAR_KEYS = 1
/** One term that most passages hold: a weight for every passage, 0 where it is not. */
const DENSE = 2
/** One term that many hold: how many of each 256 passages do, then the low byte of each. */
const BUCKETS = 3
/** From here on a bucket's count takes a second byte. */
const FULL = 255
const HEADER_BYTES = 16
/** What fits on one page of SQLite beside its own header, so that a look-up reads one. */
const MOST_BYTES = 4050
/** Lists longer than this lie by themselves, so that they do not cut the blocks of short ones. */
const MOST_SHORT = 600

/** Terms in order of key, with their lists after one another. */
export interface PostingBlock {
  readonly bytes: number
  readonly terms: number
  /** Distances from `base`, or whole keys. */
  readonly keys: Uint32Array | Float64Array
  readonly base: number
  /** Of each list, less one. */
  readonly lengths: Uint16Array
  /** Local passage numbers, ascending within a list; undefined when dense. */
  readonly locals: Uint16Array | undefined
  /** 1 … 255, beside `locals`; when dense, by local passage number and 0 where the term is not. */
  readonly weights: Uint8Array
  /** Where the terms stand, list after list; empty for a long list, whose places lie beside it. */
  readonly positions: Uint8Array
}

/** Where blocks go. Both kinds come in ascending order of key. */
export interface BlockSink {
  block(firstKey: number, data: Uint8Array): void
  longList(key: number, data: Uint8Array, positions: Uint8Array): void
}

/** Gathers terms in ascending order of key and hands over each block as it fills. */
export class PostingBlockBuilder {
  private keys: number[] = []
  private lengths: number[] = []
  private locals = new Uint16Array(8192)
  private weights = new Uint8Array(8192)
  private positions = new Uint8Array(8192)
  private filled = 0
  private positionBytes = 0
  private localBytes = 0
  private group = 0
  private readonly passages: number
  private readonly sink: BlockSink

  /** @param passages of the segment, for dense lists */
  constructor(passages: number, sink: BlockSink) {
    this.passages = passages
    this.sink = sink
  }

  /**
   * Adds a term's whole list.
   * @param group of its kind; terms of different kinds lie in different blocks
   */
  add(
    key: number,
    group: number,
    locals: Uint16Array,
    weights: Uint8Array,
    from: number,
    to: number,
    positions: Uint8Array,
    positionsFrom: number,
    positionsTo: number,
  ): void {
    const length = to - from
    const placeBytes = positionsTo - positionsFrom
    if (length > MOST_SHORT) {
      const list = { locals: locals.subarray(from, to), weights: weights.subarray(from, to) }
      const dense = length * 3 > this.passages
      const data = dense ? denseBlock(key, list, this.passages) : bucketBlock(key, list)
      this.sink.longList(key, data, positions.slice(positionsFrom, positionsTo))
      return
    }
    const keyBytes = key - (this.keys[0] ?? key) < 2 ** 32 ? 6 : 10
    const postings = this.filled + length
    const gaps = gapBytes(locals, from, to)
    const before = HEADER_BYTES + (this.keys.length + 1) * keyBytes + postings + this.localBytes + this.positionBytes
    const bytes = before + gaps + placeBytes
    if (this.keys.length > 0 && (bytes > MOST_BYTES || group !== this.group)) this.flush()
    this.group = group
    this.reserve(length, placeBytes)
    this.keys.push(key)
    this.lengths.push(length)
    for (let i = 0; i < length; i++) {
      this.locals[this.filled + i] = locals[from + i] as number
      this.weights[this.filled + i] = weights[from + i] as number
    }
    this.filled += length
    this.localBytes += gaps
    for (let i = positionsFrom; i < positionsTo; i++) this.positions[this.positionBytes++] = positions[i] as number
  }

  flush(): void {
    if (this.keys.length === 0) return
    const list = { locals: this.locals.subarray(0, this.filled), weights: this.weights.subarray(0, this.filled) }
    const positions = this.positions.subarray(0, this.positionBytes)
    const block = sparseBlock(this.keys, this.lengths, list, this.localBytes, positions)
    this.sink.block(this.keys[0] as number, block)
    this.keys = []
    this.lengths = []
    this.filled = 0
    this.localBytes = 0
    this.positionBytes = 0
  }

  private reserve(postings: number, positionBytes: number): void {
    if (this.filled + postings > this.locals.length) {
      const size = Math.max(this.locals.length * 2, this.filled + postings)
      const locals = new Uint16Array(size)
      const weights = new Uint8Array(size)
      locals.set(this.locals)
      weights.set(this.weights)
      this.locals = locals
      this.weights = weights
    }
    if (this.positionBytes + positionBytes > this.positions.length) {
      const positions = new Uint8Array(Math.max(this.positions.length * 2, this.positionBytes + positionBytes))
      positions.set(this.positions)
      this.positions = positions
    }
  }
}

const NO_POSITIONS = new Uint8Array(0)

interface Entries {
  readonly locals: Uint16Array
  readonly weights: Uint8Array
}

function denseBlock(key: number, { locals, weights }: Entries, passages: number): Uint8Array {
  const data = new Uint8Array(HEADER_BYTES + passages)
  writeHeader(data, 1, DENSE, locals.length, key)
  for (let i = 0; i < locals.length; i++) data[HEADER_BYTES + (locals[i] as number)] = weights[i] as number
  return data
}

/** Counts go up to the last bucket that holds any; one of 255 or 256 takes two bytes: 255, and what is more. */
function bucketBlock(key: number, { locals, weights }: Entries): Uint8Array {
  const counts = new Uint16Array(((locals.at(-1) as number) >>> 8) + 1)
  for (const local of locals) counts[local >>> 8] = (counts[local >>> 8] as number) + 1
  const full = counts.filter((count) => count >= FULL).length
  const data = new Uint8Array(HEADER_BYTES + counts.length + full + locals.length * 2)
  writeHeader(data, 1, BUCKETS, locals.length, key)
  let at = HEADER_BYTES
  for (const count of counts) {
    data[at++] = Math.min(count, FULL)
    if (count >= FULL) data[at++] = count - FULL
  }
  for (const local of locals) data[at++] = local & 255
  data.set(weights, at)
  return data
}

/** A list in buckets, its locals written out; undefined when the counts do not add up. */
function readBuckets(data: Uint8Array, postings: number): Entries | undefined {
  const counts: number[] = []
  let at = HEADER_BYTES
  for (let sum = 0; sum < postings; ) {
    if (at >= data.length) return undefined
    let count = data[at++] as number
    if (count === FULL) count += data[at++] ?? 0
    counts.push(count)
    sum += count
  }
  if (data.length !== at + postings * 2) return undefined
  const locals = new Uint16Array(postings)
  let i = 0
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const first = bucket << 8
    for (const end = Math.min(i + (counts[bucket] as number), postings); i < end; i++)
      locals[i] = first | (data[at + i] as number)
  }
  // A copy, so that the bytes of the locals need not be kept beside them.
  return { locals, weights: new Uint8Array(data.subarray(at + postings)) }
}

function sparseBlock(
  keys: readonly number[],
  lengths: readonly number[],
  { locals, weights }: Entries,
  localBytes: number,
  positions: Uint8Array,
): Uint8Array {
  const base = keys[0] as number
  const terms = keys.length
  const near = (keys[terms - 1] as number) - base < 2 ** 32
  const data = new Uint8Array(HEADER_BYTES + terms * (near ? 6 : 10) + locals.length + localBytes + positions.length)
  writeHeader(data, terms, near ? NEAR_KEYS : FAR_KEYS, locals.length, base)
  const keyRoom = near
    ? new Uint32Array(data.buffer, HEADER_BYTES, terms)
    : new Float64Array(data.buffer, HEADER_BYTES, terms)
  const lengthRoom = new Uint16Array(data.buffer, HEADER_BYTES + keyRoom.byteLength, terms)
  for (let i = 0; i < terms; i++) {
    keyRoom[i] = near ? (keys[i] as number) - base : (keys[i] as number)
    lengthRoom[i] = (lengths[i] as number) - 1
  }
  let at = HEADER_BYTES + keyRoom.byteLength + lengthRoom.byteLength
  data.set(weights, at)
  at += weights.length
  for (let i = 0, from = 0; i < terms; i++) {
    const to = from + (lengths[i] as number)
    at = writeGaps(data, at, locals, from, to)
    from = to
  }
  data.set(positions, at)
  return data
}

function writeHeader(data: Uint8Array, terms: number, form: number, postings: number, base: number): void {
  const view = new DataView(data.buffer)
  view.setUint16(0, terms, true)
  view.setUint16(2, form, true)
  view.setUint32(4, postings, true)
  view.setFloat64(8, base, true)
}

/** Reads a block as it lies; undefined when it does not hold together. */
export function readPostingBlock(stored: Uint8Array): PostingBlock | undefined {
  // Typed arrays need their own alignment, which a view into a larger buffer may not have.
  const data = stored.byteOffset % 8 === 0 ? stored : new Uint8Array(stored)
  if (data.byteLength < HEADER_BYTES) return undefined
  const { buffer, byteOffset, byteLength } = data
  const view = new DataView(buffer, byteOffset, byteLength)
  const terms = view.getUint16(0, true)
  const form = view.getUint16(2, true)
  const postings = view.getUint32(4, true)
  const base = view.getFloat64(8, true)
  const start = byteOffset + HEADER_BYTES
  if (form === DENSE) {
    const keys = new Uint32Array(1)
    const lengths = new Uint16Array([postings - 1])
    const weights = new Uint8Array(buffer, start, byteLength - HEADER_BYTES)
    const list = { bytes: byteLength, terms, keys, base, lengths, locals: undefined, weights, positions: NO_POSITIONS }
    return terms === 1 ? list : undefined
  }
  if (form === BUCKETS) {
    const list = readBuckets(data, postings)
    const keys = new Uint32Array(1)
    const lengths = new Uint16Array([postings - 1])
    return list && { bytes: postings * 3, terms, keys, base, lengths, ...list, positions: NO_POSITIONS }
  }
  const near = form === NEAR_KEYS
  const weightsAt = HEADER_BYTES + terms * (near ? 6 : 10)
  if (byteLength < weightsAt + postings * 2 || form > FAR_KEYS) return undefined
  const keys = near ? new Uint32Array(buffer, start, terms) : new Float64Array(buffer, start, terms)
  const lengths = new Uint16Array(buffer, start + keys.byteLength, terms)
  const weights = new Uint8Array(buffer, byteOffset + weightsAt, postings)
  const locals = new Uint16Array(postings)
  const positionsAt = readGaps(data, weightsAt + postings, lengths, locals)
  if (positionsAt < 0) return undefined
  const positions = new Uint8Array(buffer, byteOffset + positionsAt, byteLength - positionsAt)
  return {
    bytes: byteLength + locals.byteLength,
    terms,
    keys,
    base: near ? base : 0,
    lengths,
    locals,
    weights,
    positions,
  }
}

/** The place of a key in a block, or −1. */
export function findTerm(block: PostingBlock, key: number): number {
  const wanted = key - block.base
  const { keys } = block
  let low = 0
  let high = block.terms - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = keys[middle] as number
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Where the list of the term at `place` begins in its block. */
export function listStart(block: PostingBlock, place: number): number {
  let start = 0
  for (let i = 0; i < place; i++) start += (block.lengths[i] as number) + 1
  return start
}
