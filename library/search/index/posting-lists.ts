import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { reportIndexDamage } from '../index-connection.ts'
import { BLOCKS_PER_SEGMENT } from './index-schema.ts'
import { skipPassages } from './position-bytes.ts'
import { findTerm, listStart, type PostingBlock, readPostingBlock } from './posting-block.ts'
import { blockPlace, type StoredSegment } from './stored-segment.ts'

/** A term's list in one segment: the entries `from` to `to` of its block. */
export interface PostingList {
  readonly block: PostingBlock
  readonly blockId: number
  readonly from: number
  readonly to: number
}

/** Where a list's term stands: the bytes of `starts[i]` on belong to the list's posting `i`, or, when dense, to passage `i`. */
export interface ListPlaces {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
}

export const listLength = ({ block, from, to }: PostingList) =>
  block.locals ? to - from : (block.lengths[0] as number) + 1

/** Blocks read lately are kept up to this many bytes; a question's words are often those of the one before. */
const KEPT_BYTES = 48 * 2 ** 20

/** Looks lists up in search.db and keeps those read lately. */
export function postingLists(connection: SqliteConnection) {
  const blockRow = connection.prepare('SELECT data FROM posting_block WHERE id = ?')
  const positionRow = connection.prepare('SELECT data FROM position_block WHERE id = ?')
  const blocks = keptLately<PostingBlock>(KEPT_BYTES)
  const places = keptLately<ListPlaces>(KEPT_BYTES / 2)

  const block = (id: number): PostingBlock => {
    const kept = blocks.get(id)
    if (kept) return kept
    const row = blockRow.get([id]) as { data: Uint8Array } | undefined
    const read = row && readPostingBlock(row.data)
    if (!read) throw reportIndexDamage(connection, `posting block ${id}`)
    blocks.keep(id, read, read.bytes)
    return read
  }
  return {
    find(segment: StoredSegment, key: number): PostingList | undefined {
      const place = blockPlace(segment.directory, key)
      if (place < 0) return undefined
      const blockId = segment.id * BLOCKS_PER_SEGMENT + place
      const found = block(blockId)
      const term = findTerm(found, key)
      if (term < 0) return undefined
      if (!found.locals) return { block: found, blockId, from: 0, to: found.weights.length }
      const from = listStart(found, term)
      return { block: found, blockId, from, to: from + (found.lengths[term] as number) + 1 }
    },
    places({ block: of, blockId, from, to }: PostingList): ListPlaces {
      const name = blockId * 65_536 + (of.locals ? from : 0)
      const kept = places.get(name)
      if (kept) return kept
      const row = positionRow.get([blockId]) as { data: Uint8Array } | undefined
      if (!row) throw reportIndexDamage(connection, `position block ${blockId}`)
      const bytes = row.data
      const starts = new Uint32Array(to - from)
      let at = of.locals ? skipPassages(bytes, 0, from) : 0
      for (let i = from; i < to; i++) {
        if (!of.locals && of.weights[i] === 0) continue
        starts[i - from] = at
        while (at < bytes.length && (bytes[at++] as number) < 0x80);
      }
      const read = { bytes, starts }
      places.keep(name, read, bytes.byteLength + starts.byteLength)
      return read
    },
    clear() {
      blocks.clear()
      places.clear()
    },
  }
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
