import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { reportIndexDamage } from '../index-connection.ts'
import type { Scope } from './segment-writing.ts'

/** A segment as it lies in the file, without its lists; never changes. */
export interface StoredSegment {
  readonly id: number
  readonly scope: Scope
  readonly passages: number
  /** By part: the document's number, and where the part begins in it. */
  readonly partDocuments: Uint32Array
  readonly partPlaces: Uint32Array
  /** Where each part begins in the segment; one more for the end. */
  readonly partStarts: Uint32Array
  /** By passage: its part. */
  readonly partOf: Uint16Array
  readonly outlineEnds: Uint16Array
  /** The first key of each block, ascending. */
  readonly blockKeys: Float64Array
  /** The key of each long list, ascending. */
  readonly longKeys: Float64Array
}

interface SegmentRow {
  readonly id: number
  readonly scope: Scope
  readonly passages: number
  readonly parts: Uint8Array
  readonly outline_ends: Uint8Array
  readonly block_keys: Uint8Array
  readonly long_keys: Uint8Array
}

/** Reads segments by number. Numbers are never used again, so what was read stays right. */
export function segmentReader(connection: SqliteConnection) {
  const ids = connection.prepare('SELECT id FROM segment ORDER BY scope, id')
  const row = connection.prepare('SELECT * FROM segment WHERE id = ?')
  return {
    /** Current ones first, each scope in order of number. */
    ids: () => (ids.all([]) as { id: number }[]).map(({ id }) => id),
    read(id: number): StoredSegment {
      const stored = row.get([id]) as SegmentRow | undefined
      const segment = stored && parse(stored)
      if (!segment) throw reportIndexDamage(connection, `segment ${id}`)
      return segment
    },
  }
}

function parse({
  id,
  scope,
  passages,
  parts,
  outline_ends,
  block_keys,
  long_keys,
}: SegmentRow): StoredSegment | undefined {
  const count = parts.byteLength / 12
  if (!Number.isInteger(count) || outline_ends.byteLength !== passages * 2) return undefined
  if (block_keys.byteLength % 8 !== 0 || long_keys.byteLength % 8 !== 0) return undefined
  const triples = new Uint32Array(parts.slice().buffer)
  const partDocuments = new Uint32Array(count)
  const partPlaces = new Uint32Array(count)
  const partStarts = new Uint32Array(count + 1)
  const partOf = new Uint16Array(passages)
  let start = 0
  for (let part = 0; part < count; part++) {
    partDocuments[part] = triples[part * 3] as number
    partPlaces[part] = triples[part * 3 + 1] as number
    partStarts[part] = start
    const end = start + (triples[part * 3 + 2] as number)
    partOf.fill(part, start, end)
    start = end
  }
  partStarts[count] = start
  if (start !== passages) return undefined
  return {
    id,
    scope,
    passages,
    partDocuments,
    partPlaces,
    partStarts,
    partOf,
    outlineEnds: new Uint16Array(outline_ends.slice().buffer),
    blockKeys: new Float64Array(block_keys.slice().buffer),
    longKeys: new Float64Array(long_keys.slice().buffer),
  }
}

/** The place of the last key up to this one; −1 when all come after it. */
export function placeUpTo(keys: Float64Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] as number) <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}
