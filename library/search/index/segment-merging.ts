import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { reportIndexDamage } from '../index-connection.ts'
import { BLOCKS_PER_SEGMENT } from './index-schema.ts'
import { skipPassages } from './position-bytes.ts'
import { type PostingBlock, type PostingBlockBuilder, readPostingBlock } from './posting-block.ts'
import type { Part, SegmentContent } from './segment-writing.ts'
import type { StoredSegment } from './stored-segment.ts'
import { hasPositions, isDocumentKey, kindOfKey } from './term-keys.ts'
import { vectorsPerBlock } from './vector-block.ts'

const GONE = -1

/**
 * The passages of several segments as one, those of removed documents left out. Weights are taken over
 * as they are, so that answers stay the same.
 * @param isLive whether a document is still in the index
 */
export function mergedContent(
  connection: SqliteConnection,
  segments: readonly StoredSegment[],
  isLive: (document: number) => boolean,
  dimensions: number,
): SegmentContent {
  const parts: Part[] = []
  let passages = 0
  const sources = segments.map((segment) => {
    const newPart = new Int32Array(segment.partDocuments.length).fill(GONE)
    const newLocal = new Int32Array(segment.passages).fill(GONE)
    for (let part = 0; part < newPart.length; part++) {
      const document = segment.partDocuments[part] as number
      if (!isLive(document)) continue
      const start = segment.partStarts[part] as number
      const end = segment.partStarts[part + 1] as number
      newPart[part] = parts.length
      parts.push({ document, first: segment.partPlaces[part] as number, count: end - start })
      for (let local = start; local < end; local++) newLocal[local] = passages++
    }
    return { segment, newPart, newLocal }
  })
  const outlineEnds = new Uint16Array(passages)
  for (const { segment, newLocal } of sources)
    newLocal.forEach((local, old) => {
      if (local !== GONE) outlineEnds[local] = segment.outlineEnds[old] as number
    })
  return {
    scope: segments[0]?.scope ?? 'current',
    passages,
    parts,
    outlineEnds,
    dimensions,
    vectors: mergedVectors(connection, sources, passages, dimensions),
    writeTerms: (blocks) => mergeTerms(connection, sources, passages, blocks),
  }
}

interface Source {
  readonly segment: StoredSegment
  readonly newPart: Int32Array
  readonly newLocal: Int32Array
}

function mergedVectors(connection: SqliteConnection, sources: readonly Source[], passages: number, dimensions: number) {
  const vectors = new Int8Array(passages * dimensions)
  if (dimensions === 0) return vectors
  const row = connection.prepare('SELECT data FROM vector_block WHERE id = ?')
  const perBlock = vectorsPerBlock(dimensions)
  for (const { segment, newLocal } of sources) {
    for (let block = 0; block * perBlock < segment.passages; block++) {
      const id = segment.id * BLOCKS_PER_SEGMENT + block
      const stored = row.get([id]) as { data: Uint8Array } | undefined
      const count = Math.min(perBlock, segment.passages - block * perBlock)
      if (stored?.data.byteLength !== count * dimensions) throw reportIndexDamage(connection, `vector block ${id}`)
      for (let i = 0; i < count; i++) {
        const local = newLocal[block * perBlock + i] as number
        if (local !== GONE) vectors.set(stored.data.subarray(i * dimensions, (i + 1) * dimensions), local * dimensions)
      }
    }
  }
  return vectors
}

/** Walks the terms of all sources in order of key and joins the lists of each. */
function mergeTerms(
  connection: SqliteConnection,
  sources: readonly Source[],
  passages: number,
  blocks: PostingBlockBuilder,
): void {
  // A term lies in one of a segment's two kinds of blocks: each kind is walked by itself.
  const walkers = sources
    .flatMap((source) => [new TermWalker(connection, source, 'short'), new TermWalker(connection, source, 'long')])
    .filter((walker) => walker.next())
  const joined = new JoinedList(passages)
  while (walkers.length > 0) {
    let key = Number.POSITIVE_INFINITY
    for (const walker of walkers) if (walker.key < key) key = walker.key
    joined.clear()
    for (let i = 0; i < walkers.length; i++) {
      const walker = walkers[i] as TermWalker
      if (walker.key !== key) continue
      walker.copyTo(joined)
      if (!walker.next()) walkers.splice(i--, 1)
    }
    if (joined.length === 0) continue
    const { locals, weights, length, positions, positionBytes } = joined
    blocks.add(key, kindOfKey(key), locals, weights, 0, length, positions, 0, positionBytes)
  }
}

class JoinedList {
  readonly locals: Uint16Array
  readonly weights: Uint8Array
  length = 0
  positions = new Uint8Array(1 << 16)
  positionBytes = 0

  constructor(passages: number) {
    this.locals = new Uint16Array(passages)
    this.weights = new Uint8Array(passages)
  }

  clear(): void {
    this.length = 0
    this.positionBytes = 0
  }

  addPositions(bytes: Uint8Array, from: number, to: number): void {
    if (this.positionBytes + to - from > this.positions.length) {
      const positions = new Uint8Array(Math.max(this.positions.length * 2, this.positionBytes + to - from))
      positions.set(this.positions.subarray(0, this.positionBytes))
      this.positions = positions
    }
    if (to - from > 32) this.positions.set(bytes.subarray(from, to), this.positionBytes)
    else for (let i = from; i < to; i++) this.positions[this.positionBytes + i - from] = bytes[i] as number
    this.positionBytes += to - from
  }
}

const NO_POSITIONS = new Uint8Array(0)

/** Walks a segment's terms in order of key. */
class TermWalker {
  key = 0
  private readonly source: Source
  private readonly rows: Iterator<unknown>
  private readonly connection: SqliteConnection
  private block: PostingBlock | undefined
  private positions: Uint8Array = NO_POSITIONS
  private place = 0
  private from = 0
  private to = 0
  private positionsAt = 0

  constructor(connection: SqliteConnection, source: Source, kind: 'short' | 'long') {
    this.connection = connection
    this.source = source
    const { id, blockKeys, longKeys } = source.segment
    const first = id * BLOCKS_PER_SEGMENT
    this.rows =
      kind === 'short'
        ? readInPieces(connection, 'SELECT id, data FROM posting_block', first, first + blockKeys.length)
        : readInPieces(connection, 'SELECT id, data, positions FROM long_list', first, first + longKeys.length)
  }

  /** Goes on to the next term; false at the end. */
  next(): boolean {
    this.place++
    if (!this.block || this.place >= this.block.terms) {
      const { value, done } = this.rows.next() as IteratorResult<BlockRow>
      if (done) return false
      this.block = readPostingBlock(value.data)
      if (!this.block) throw reportIndexDamage(this.connection, `posting block ${value.id}`)
      this.positions = value.positions ?? this.block.positions
      this.place = 0
      this.to = 0
      this.positionsAt = 0
    }
    this.key = this.block.base + (this.block.keys[this.place] as number)
    this.from = this.to
    this.to = this.from + (this.block.lengths[this.place] as number) + 1
    return true
  }

  copyTo(list: JoinedList): void {
    const { block, positions } = this
    if (!block) return
    const { newPart, newLocal } = this.source
    const map = isDocumentKey(this.key) ? newPart : newLocal
    const withPositions = hasPositions(this.key)
    const { locals, weights } = block
    let at = this.positionsAt
    // Places of passages that stay lie side by side as long as none between them goes.
    let kept = at
    let i = locals ? this.from : 0
    for (let left = this.to - this.from; left > 0; i++) {
      const weight = weights[i] as number
      if (weight === 0 && i < weights.length) continue
      if (i >= weights.length) throw reportIndexDamage(this.connection, `segment ${this.source.segment.id}`)
      left--
      const local = map[locals ? (locals[i] as number) : i] ?? GONE
      const begin = at
      if (withPositions) at = skipPassages(positions, at, 1)
      if (local === GONE) {
        list.addPositions(positions, kept, begin)
        kept = at
        continue
      }
      list.locals[list.length] = local
      list.weights[list.length++] = weight
    }
    list.addPositions(positions, kept, at)
    this.positionsAt = at
  }
}

interface BlockRow {
  readonly id: number
  readonly data: Uint8Array
  readonly positions?: Uint8Array
}

/** Rows in pieces: a connection does nothing else while a row iterator of its own is open. */
function* readInPieces(connection: SqliteConnection, select: string, from: number, to: number): Generator<BlockRow> {
  const rows = connection.prepare(`${select} WHERE id >= ? AND id < ? ORDER BY id`)
  for (let first = from; first < to; first += 64) {
    const piece = rows.all([first, Math.min(first + 64, to)]) as BlockRow[]
    if (piece.length !== Math.min(64, to - first)) throw reportIndexDamage(connection, `posting blocks from ${first}`)
    yield* piece
  }
}
