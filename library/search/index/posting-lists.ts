import type { SqliteConnection, SqliteStatement } from '../../store/sqlite-connection.ts'
import { reportIndexDamage } from '../index-connection.ts'
import { BLOCKS_PER_SEGMENT } from './index-schema.ts'
import { skipPassages } from './position-bytes.ts'
import { findTerm, listStart, type PostingBlock, readPostingBlock } from './posting-block.ts'
import { placeUpTo, type StoredSegment } from './stored-segment.ts'

/** A term's list in one segment: the entries `from` to `to` of its block. */
export interface PostingList {
  readonly block: PostingBlock
  readonly from: number
  readonly to: number
  /** Its number among long lists, whose places lie apart. */
  readonly longId: number | undefined
}

/** Where a list's term stands: the bytes of `starts[i]` on belong to the list's posting `i`, or, when dense, to passage `i`. */
export interface ListPlaces {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
}

export const listLength = ({ block, from, to }: PostingList) =>
  block.locals ? to - from : (block.lengths[0] as number) + 1

/** Blocks read lately are kept up to this many bytes; a question's words are often those of the one before. */
const KEPT_BYTES = 28 * 2 ** 20

/** Looks lists up in search.db and keeps those read lately. */
export function postingLists(connection: SqliteConnection) {
  const blockRow = connection.prepare('SELECT data FROM posting_block WHERE id = ?')
  const longRow = connection.prepare('SELECT data FROM long_list WHERE id = ?')
  const positionRow = connection.prepare('SELECT positions AS data FROM long_list WHERE id = ?')
  const blocks = keptLately<PostingBlock>(KEPT_BYTES / 4)
  const longLists = keptLately<PostingBlock>(KEPT_BYTES / 2)
  const places = keptLately<ListPlaces>(KEPT_BYTES / 8)

  const readData = (statement: SqliteStatement, id: number, what: string): Uint8Array => {
    const row = statement.get([id]) as { data: Uint8Array } | undefined
    if (!row) throw reportIndexDamage(connection, `${what} ${id}`)
    return row.data
  }
  const block = (kept: typeof blocks, statement: SqliteStatement, id: number, what: string): PostingBlock => {
    const known = kept.get(id)
    if (known) return known
    const read = readPostingBlock(readData(statement, id, what))
    if (!read) throw reportIndexDamage(connection, `${what} ${id}`)
    kept.keep(id, read, read.bytes)
    return read
  }
  return {
    find(segment: StoredSegment, key: number): PostingList | undefined {
      const long = placeUpTo(segment.longKeys, key)
      if (long >= 0 && segment.longKeys[long] === key) {
        const longId = segment.id * BLOCKS_PER_SEGMENT + long
        const found = block(longLists, longRow, longId, 'long list')
        return { block: found, from: 0, to: found.weights.length, longId }
      }
      const place = placeUpTo(segment.blockKeys, key)
      if (place < 0) return undefined
      const found = block(blocks, blockRow, segment.id * BLOCKS_PER_SEGMENT + place, 'posting block')
      const term = findTerm(found, key)
      if (term < 0) return undefined
      const from = listStart(found, term)
      return { block: found, from, to: from + (found.lengths[term] as number) + 1, longId: undefined }
    },
    places({ block: of, from, to, longId }: PostingList): ListPlaces {
      if (longId === undefined) return listPlaces(of, of.positions, from, to)
      const kept = places.get(longId)
      if (kept) return kept
      const read = listPlaces(of, readData(positionRow, longId, 'places of long list'), from, to)
      places.keep(longId, read, read.bytes.byteLength + read.starts.byteLength)
      return read
    },
    clear() {
      blocks.clear()
      longLists.clear()
      places.clear()
    },
  }
}

function listPlaces({ locals, weights }: PostingBlock, bytes: Uint8Array, from: number, to: number): ListPlaces {
  const starts = new Uint32Array(to - from)
  let at = locals ? skipPassages(bytes, 0, from) : 0
  for (let i = from; i < to; i++) {
    if (!locals && weights[i] === 0) continue
    starts[i - from] = at
    at = skipPassages(bytes, at, 1)
  }
  return { bytes, starts }
}

export type PostingLists = ReturnType<typeof postingLists>

/** Keeps what was used last, up to so many bytes. */
function keptLately<T>(mostBytes: number) {
  const kept = new Map<number, { value: T; bytes: number; used: number }>()
  let bytes = 0
  let now = 0
  /** Throws out the half that was used longest ago, so that each look-up need only note the time. */
  const shrink = () => {
    const oldestFirst = [...kept].sort(([, a], [, b]) => a.used - b.used)
    for (const [id, entry] of oldestFirst) {
      if (bytes <= mostBytes / 2) return
      kept.delete(id)
      bytes -= entry.bytes
    }
  }
  return {
    get(id: number): T | undefined {
      const entry = kept.get(id)
      if (entry) entry.used = ++now
      return entry?.value
    },
    keep(id: number, value: T, size: number) {
      kept.set(id, { value, bytes: size, used: ++now })
      bytes += size
      if (bytes > mostBytes) shrink()
    },
    clear() {
      kept.clear()
      bytes = 0
    },
  }
}
