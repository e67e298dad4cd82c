import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import type { SentenceEncoder } from '../meaning/sentence-encoder.ts'
import { documentReader, documentWriter } from './document-table.ts'
import { PASSAGES_PER_DOCUMENT, readIndexMeta } from './index-schema.ts'
import { planMerge, type SegmentSize } from './merge-plan.ts'
import type { PassageIndexWriter } from './passage-index.ts'
import { SegmentBuilder } from './segment-builder.ts'
import { mergedContent } from './segment-merging.ts'
import { PASSAGES_PER_SEGMENT, segmentWriter } from './segment-writing.ts'
import { type StoredSegment, segmentReader } from './stored-segment.ts'

/** So many postings take some 150 MB until they are written; very long texts make a segment of fewer passages. */
const MOST_POSTINGS = 12_000_000

/**
 * Writes the index. The caller holds the transaction; when it is rolled back, a new writer is to be
 * made, since this one may hold passages that were never written.
 * @param encoder the one with which the index's tables were made, see `createIndexTables`
 */
export function passageIndexWriter(connection: SqliteConnection, encoder?: SentenceEncoder): PassageIndexWriter {
  const dimensions = encoder?.dimensions ?? 0
  const documents = documentWriter(connection)
  const stored = documentReader(connection)
  const segments = segmentReader(connection)
  const writing = segmentWriter(connection)
  const setSeq = connection.prepare("UPDATE meta SET value = ? WHERE key = 'indexed_seq'")
  const countPassages = connection.prepare('SELECT count(*) AS n FROM passage')
  const known = new Map<number, StoredSegment>()
  let builders: Partial<Record<'current' | 'other', SegmentBuilder>> = {}

  const finish = (builder: SegmentBuilder) => {
    if (builder.passages > 0) writing.write(builder.content())
    delete builders[builder.scope]
  }
  const builderWithRoom = (scope: 'current' | 'other') => {
    const builder = builders[scope]
    if (builder && builder.passages < PASSAGES_PER_SEGMENT && builder.postings < MOST_POSTINGS) return builder
    if (builder) finish(builder)
    const next = new SegmentBuilder(scope, dimensions)
    builders[scope] = next
    return next
  }
  const segment = (id: number) => {
    const found = known.get(id) ?? segments.read(id)
    known.set(id, found)
    return found
  }

  return {
    indexedSeq: () => Number(readIndexMeta(connection, 'indexed_seq')),
    setIndexedSeq: (seq) => void setSeq.run([String(seq)]),
    passageCount: () => (countPassages.get([]) as { n: number }).n,
    remove: (itemId) => documents.remove(itemId),
    add(revision) {
      const document = documents.add(revision)
      let builder: SegmentBuilder | undefined
      revision.passages.slice(0, PASSAGES_PER_DOCUMENT).forEach((passage, place) => {
        const roomy = builderWithRoom(revision.scope)
        if (roomy !== builder) roomy.beginPart(document, place, revision)
        builder = roomy
        documents.addPassage(document, place, passage)
        roomy.addPassage(passage, encoder?.encodePassage({ title: revision.title, ...passage }))
      })
    },
    flush() {
      for (const builder of Object.values(builders)) finish(builder)
      builders = {}
    },
    mergeStep() {
      const ids = segments.ids()
      for (const id of known.keys()) if (!ids.includes(id)) known.delete(id)
      const live = new Set(stored.ids())
      const chosen = planMerge(ids.map((id) => sizeOf(segment(id), live)))
      if (chosen.length === 0) return false
      const content = mergedContent(connection, chosen.map(segment), (document) => live.has(document), dimensions)
      if (content.passages > 0) writing.write(content)
      for (const id of chosen) writing.delete(id)
      return true
    },
  }
}

function sizeOf(segment: StoredSegment, liveDocuments: ReadonlySet<number>): SegmentSize {
  let live = 0
  for (let part = 0; part < segment.partDocuments.length; part++) {
    if (!liveDocuments.has(segment.partDocuments[part] as number)) continue
    live += (segment.partStarts[part + 1] as number) - (segment.partStarts[part] as number)
  }
  return { id: segment.id, scope: segment.scope, passages: segment.passages, live }
}
