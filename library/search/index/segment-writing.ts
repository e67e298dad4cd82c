import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { BLOCKS_PER_SEGMENT } from './index-schema.ts'
import { PostingBlockBuilder } from './posting-block.ts'
import { vectorsPerBlock } from './vector-block.ts'

export type Scope = 'current' | 'other'

/** A stretch of a document's passages, which lie in this order in a segment. */
export interface Part {
  readonly document: number
  /** The place of the first of them in the document. */
  readonly first: number
  readonly count: number
}

/** A segment holds at most this many passages, so that 16 bits name one. */
export const PASSAGES_PER_SEGMENT = 65_536

/** What a segment is made of; `writeTerms` adds each term in ascending order of key. */
export interface SegmentContent {
  readonly scope: Scope
  readonly passages: number
  readonly parts: readonly Part[]
  /** For each passage, the position at which its outline ends and its text begins. */
  readonly outlineEnds: Uint16Array
  readonly writeTerms: (blocks: PostingBlockBuilder) => void
  /** The vectors of all passages after each other; empty without an encoder. */
  readonly vectors: Int8Array
  readonly dimensions: number
}

/** Writes segments; the caller holds the transaction. */
export function segmentWriter(connection: SqliteConnection) {
  const insertSegment = connection.prepare(
    "INSERT INTO segment (scope, passages, parts, outline_ends, block_keys, long_keys) VALUES (?, ?, ?, ?, x'', x'')",
  )
  const setKeys = connection.prepare('UPDATE segment SET block_keys = ?, long_keys = ? WHERE id = ?')
  const insertBlock = connection.prepare('INSERT INTO posting_block (id, data) VALUES (?, ?)')
  const insertLong = connection.prepare('INSERT INTO long_list (id, data, positions) VALUES (?, ?, ?)')
  const insertVectors = connection.prepare('INSERT INTO vector_block (id, data) VALUES (?, ?)')
  const deleteSegment = connection.prepare('DELETE FROM segment WHERE id = ?')
  const deleteBlocks = ['posting_block', 'long_list', 'vector_block'].map((table) =>
    connection.prepare(`DELETE FROM ${table} WHERE id >= ? AND id < ?`),
  )
  return {
    write(content: SegmentContent): void {
      const { lastInsertRowid } = insertSegment.run([
        content.scope,
        content.passages,
        bytesOf(Uint32Array.from(content.parts.flatMap(({ document, first, count }) => [document, first, count]))),
        bytesOf(content.outlineEnds),
      ])
      const segment = Number(lastInsertRowid)
      const blockKeys: number[] = []
      const longKeys: number[] = []
      const blocks = new PostingBlockBuilder(content.passages, {
        block(firstKey, data) {
          insertBlock.run([segment * BLOCKS_PER_SEGMENT + blockKeys.length, data])
          blockKeys.push(firstKey)
        },
        longList(key, data, positions) {
          insertLong.run([segment * BLOCKS_PER_SEGMENT + longKeys.length, data, positions])
          longKeys.push(key)
        },
      })
      content.writeTerms(blocks)
      blocks.flush()
      setKeys.run([bytesOf(Float64Array.from(blockKeys)), bytesOf(Float64Array.from(longKeys)), segment])
      const size = vectorsPerBlock(content.dimensions) * content.dimensions
      for (let from = 0, block = 0; from < content.vectors.length; from += size, block++)
        insertVectors.run([segment * BLOCKS_PER_SEGMENT + block, bytesOf(content.vectors.slice(from, from + size))])
    },
    delete(segment: number): void {
      deleteSegment.run([segment])
      for (const statement of deleteBlocks)
        statement.run([segment * BLOCKS_PER_SEGMENT, (segment + 1) * BLOCKS_PER_SEGMENT])
    },
  }
}

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
