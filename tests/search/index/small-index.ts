import { createIndexTables } from '../../../library/search/index/index-schema.ts'
import { openPassageIndex } from '../../../library/search/index/open-passage-index.ts'
import type {
  Clause,
  IndexedRevision,
  Matches,
  PassageIndex,
  PassageIndexWriter,
} from '../../../library/search/index/passage-index.ts'
import { passageIndexWriter } from '../../../library/search/index/passage-index-writer.ts'
import { guardIndex } from '../../../library/search/index-connection.ts'
import type { SentenceEncoder } from '../../../library/search/meaning/sentence-encoder.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { inTransaction, type SqliteConnection } from '../../../library/store/sqlite-connection.ts'

/** What a test says of a revision; the rest is filled in. Each text is a passage. */
export type Draft = Partial<Omit<IndexedRevision, 'passages'>> & {
  readonly itemId: string
  readonly texts: readonly (string | { readonly heading: string; readonly text: string })[]
}

export function revisionOf({ itemId, texts, ...rest }: Draft): IndexedRevision {
  return {
    itemId,
    revision: `revision of ${itemId}`,
    scope: 'current',
    kind: 'policy',
    title: '',
    alternative: [],
    validity: 'in-force',
    channel: 'own',
    topics: [],
    source: '',
    passages: texts.map((text, place) => ({
      anchor: String(place),
      path: [],
      ...(typeof text === 'string' ? { heading: '', text } : text),
    })),
    ...rest,
  }
}

/** An index in memory, written and read on one connection. */
export interface SmallIndex {
  readonly connection: SqliteConnection
  readonly writer: PassageIndexWriter
  readonly index: PassageIndex
  /** Writes in one transaction, as one segment. */
  write(work: (writer: PassageIndexWriter) => void): void
  add(...drafts: readonly Draft[]): void
  /** Merges until nothing is left to merge. */
  merge(): void
  /** 1 for each document. */
  everything(): Uint8Array
  /** Names passages by item and place, in the order given. */
  named(matches: Pick<Matches, 'passages'>): string[]
  find(...typed: readonly string[]): string[]
}

export function openSmallIndex(encoder?: SentenceEncoder, file = ':memory:'): SmallIndex {
  const connection = guardIndex(openSqlite(file))
  createIndexTables(connection, encoder)
  const writer = passageIndexWriter(connection, encoder)
  let index = openPassageIndex(connection)
  const write = (work: (writer: PassageIndexWriter) => void) => {
    inTransaction(connection, () => {
      work(writer)
      writer.flush()
    })
    // `data_version` tells of other connections only: here the reader is opened anew.
    index = openPassageIndex(connection)
    index.refresh()
  }
  const small: SmallIndex = {
    connection,
    writer,
    get index() {
      return index
    },
    write,
    add: (...drafts) => write((to) => drafts.forEach((draft) => void to.add(revisionOf(draft)))),
    merge() {
      let more = true
      while (more) {
        write((by) => {
          more = by.mergeStep()
        })
      }
    },
    everything: () => new Uint8Array(index.documents.length).fill(1),
    named: ({ passages }) =>
      Array.from(passages, (passage) => {
        const document = index.documents[index.ordinalOf(passage)]
        return `${document?.itemId} ${index.passage(passage).anchor}`
      }),
    find: (...typed) =>
      small.named(
        index.matchAll(
          typed.map((text): Clause => [{ text }]),
          [],
          small.everything(),
        ),
      ),
  }
  return small
}
