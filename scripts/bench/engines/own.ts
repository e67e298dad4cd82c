import path from 'node:path'
import { foldText } from '../../../library/search/han-text.ts'
import { createIndexTables } from '../../../library/search/index/index-schema.ts'
import { openPassageIndex } from '../../../library/search/index/open-passage-index.ts'
import type { Clause, IndexedRevision, PassageIndexWriter } from '../../../library/search/index/passage-index.ts'
import { passageIndexWriter } from '../../../library/search/index/passage-index-writer.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { inTransaction, type SqliteConnection } from '../../../library/store/sqlite-connection.ts'
import type { BenchDocument } from '../corpus.ts'
import type { Engine, EngineFilter } from './engine.ts'
import { inBatches } from './in-batches.ts'
import { questionTokens } from './passage-tokens.ts'

/** The passage index of this project, with all its fields and single characters besides the pairs. */
export const own: Engine = {
  async build(documents, folder) {
    const connection = openFile(folder)
    createIndexTables(connection)
    const writer = passageIndexWriter(connection)
    for await (const batch of inBatches(documents)) {
      inTransaction(connection, () => {
        for (const document of batch) writer.add(toRevision(document))
        writer.flush()
      })
    }
    merge(connection, writer)
    connection.close()
    return undefined
  },

  open(folder) {
    const connection = openFile(folder)
    const index = openPassageIndex(connection)
    index.refresh()
    const everything = new Uint8Array(index.documents.length).fill(1)
    const accepted = ({ after, topic }: EngineFilter) =>
      Uint8Array.from(index.documents, (document) =>
        Number(after === undefined ? document.topics[0] === topic : (document.issuedOn ?? '') >= after),
      )
    const clausesOf = (words: readonly string[]): Clause[] =>
      words.filter((word) => word !== '').map((word) => [{ text: foldText(word) }])
    const find = (words: readonly string[], most: number, filter?: EngineFilter) => {
      const matches = index.matchAll(clausesOf(words), [], filter ? accepted(filter) : everything)
      return Math.min(most, matches.passages.length)
    }
    return {
      type: (typed) => find(typed.split(' '), 8),
      all: (words, filter) => find(words, 20, filter),
      any: (question) => {
        const terms = questionTokens(question).map((token) => ({ token, weight: 1 }))
        return index.rankAny(terms, [], everything, 100).passages.length
      },
      close: () => connection.close(),
    }
  },

  update(documents, folder) {
    const connection = openFile(folder)
    const writer = passageIndexWriter(connection)
    const started = performance.now()
    inTransaction(connection, () => {
      for (const document of documents) {
        const revision = toRevision(document)
        writer.remove(revision.itemId)
        writer.add(revision)
      }
      writer.flush()
    })
    const ms = performance.now() - started
    connection.close()
    return ms
  },
}

/** What is done in the background after much was written; here it counts as building. */
function merge(connection: SqliteConnection, writer: PassageIndexWriter): void {
  while (inTransaction(connection, () => writer.mergeStep())) {
    // Until there is nothing left to merge.
  }
}

function toRevision({ title, issuedOn, topic, current, passages }: BenchDocument): IndexedRevision {
  const itemId = `${topic}/${title}/${issuedOn}`
  return {
    itemId,
    revision: itemId,
    scope: current ? 'current' : 'other',
    kind: 'policy',
    title,
    alternative: [],
    issuedOn: issuedOn === '' ? undefined : issuedOn,
    validity: current ? 'in-force' : 'amended',
    channel: 'own',
    topics: [topic],
    source: `${itemId}.md`,
    passages: passages.map(({ heading, path: above, text }, place) => ({
      anchor: String(place),
      heading,
      path: above,
      text,
    })),
  }
}

function openFile(folder: string): SqliteConnection {
  const connection = openSqlite(path.join(folder, 'own.db'))
  connection.exec('PRAGMA journal_mode = WAL')
  connection.exec('PRAGMA synchronous = NORMAL')
  return connection
}
