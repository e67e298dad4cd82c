import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { reportIndexDamage } from '../index-connection.ts'
import { DOT_PRODUCTS_CODE } from './dot-products-code.ts'
import { BLOCKS_PER_SEGMENT } from './index-schema.ts'
import { PASSAGES_PER_SEGMENT } from './segment-writing.ts'
import type { StoredSegment } from './stored-segment.ts'
import { vectorsPerBlock } from './vector-block.ts'

const PAGE = 65_536
/** The query lies at 0, the products of one segment behind it, the vectors after those. */
const RESULTS_AT = PAGE
const VECTORS_AT = RESULTS_AT + PASSAGES_PER_SEGMENT * 4

/** What Node has and its types leave out. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

interface DotProducts {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void }
  readonly dotProducts: (query: number, vectors: number, count: number, dimensions: number, results: number) => void
}

/**
 * The vectors of all segments in one WebAssembly memory, where they are compared by SIMD. A segment's are
 * read when it is first compared and kept as long as it lasts.
 * @param dimensions of a vector
 */
export class VectorScan {
  private readonly connection: SqliteConnection
  private readonly dimensions: number
  private code: DotProducts | undefined
  /** Where each segment's vectors lie, and how many bytes. */
  private readonly places = new Map<number, { readonly at: number; readonly bytes: number }>()

  constructor(connection: SqliteConnection, dimensions: number) {
    this.connection = connection
    this.dimensions = dimensions
  }

  /** Forgets segments that are no more; their room is used again. */
  keepOnly(segments: ReadonlySet<number>): void {
    for (const id of this.places.keys()) if (!segments.has(id)) this.places.delete(id)
    if (this.places.size === 0) this.code = undefined
  }

  /** The inner product of each passage of a segment with the query; valid until the next call. */
  compare(segment: StoredSegment, query: Int8Array): Int32Array {
    const at = this.placeOf(segment)
    const { memory, dotProducts } = this.loaded()
    new Int16Array(memory.buffer, 0, this.dimensions).set(query)
    dotProducts(0, at, segment.passages, this.dimensions, RESULTS_AT)
    return new Int32Array(memory.buffer, RESULTS_AT, segment.passages)
  }

  /** All vectors of a segment after each other; valid until the next call. */
  vectors(segment: StoredSegment): Int8Array {
    const at = this.placeOf(segment)
    return new Int8Array(this.loaded().memory.buffer, at, segment.passages * this.dimensions)
  }

  private loaded(): DotProducts {
    this.code ??= new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(DOT_PRODUCTS_CODE, 'base64')))
      .exports as DotProducts
    return this.code
  }

  private placeOf(segment: StoredSegment): number {
    const known = this.places.get(segment.id)
    if (known) return known.at
    const bytes = segment.passages * this.dimensions
    const at = this.freePlace(bytes)
    const { memory } = this.loaded()
    const missing = at + bytes - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    const row = this.connection.prepare('SELECT data FROM vector_block WHERE id = ?')
    const size = vectorsPerBlock(this.dimensions) * this.dimensions
    const room = new Uint8Array(memory.buffer, at, bytes)
    for (let from = 0, block = 0; from < bytes; from += size, block++) {
      const id = segment.id * BLOCKS_PER_SEGMENT + block
      const stored = row.get([id]) as { data: Uint8Array } | undefined
      if (stored?.data.byteLength !== Math.min(size, bytes - from))
        throw reportIndexDamage(this.connection, `vector block ${id}`)
      room.set(stored.data, from)
    }
    this.places.set(segment.id, { at, bytes })
    return at
  }

  /** The first room of this size between the vectors that are there, or behind them. */
  private freePlace(bytes: number): number {
    let at = VECTORS_AT
    for (const place of [...this.places.values()].sort((a, b) => a.at - b.at)) {
      if (place.at - at >= bytes) return at
      at = Math.ceil((place.at + place.bytes) / 16) * 16
    }
    return at
  }
}
