import path from 'node:path'
import { foldText } from '../../../library/search/han-text.ts'
import { createIndexTables } from '../../../library/search/index/index-schema.ts'
import { openPassageIndex } from '../../../library/search/index/open-passage-index.ts'
import type {
  Clause,
  IndexedRevision,
  PassageIndex,
  PassageIndexWriter,
} from '../../../library/search/index/passage-index.ts'
import { passageIndexWriter } from '../../../library/search/index/passage-index-writer.ts'
import { AssociationEncoder } from '../../../library/search/meaning/association-encoder.ts'
import { type AssociationModel, readAssociationModel } from '../../../library/search/meaning/association-model.ts'
import { associationMeaning, type Meaning } from '../../../library/search/meaning/meaning.ts'
import { questionTerms } from '../../../library/search/meaning/question-terms.ts'
import { rankNearest } from '../../../library/search/rank-nearest.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { inTransaction, type SqliteConnection } from '../../../library/store/sqlite-connection.ts'
import type { BenchDocument } from '../corpus.ts'
import type { Engine, EngineFilter, OpenEngine } from './engine.ts'
import { inBatches } from './in-batches.ts'
import { questionTokens } from './passage-tokens.ts'

/** The passage index of this project, with all its fields and single characters besides the pairs. */
export const own: Engine = createOwn(() => undefined)

/** The same with vectors, asked as the search desk asks for the nearest passages. */
export const ownWithMeaning: Engine = createOwn(() =>
  readAssociationModel(new URL('../../../content/model/association.bin', import.meta.url)),
)

function createOwn(readModel: () => AssociationModel | undefined): Engine {
  return {
    async build(documents, folder) {
      const model = readModel()
      const encoder = model && new AssociationEncoder(model)
      const connection = openFile(folder)
      createIndexTables(connection, encoder)
      const writer = passageIndexWriter(connection, encoder)
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
      const model = readModel()
      const connection = openFile(folder)
      return {
        ...ask(openPassageIndex(connection), model && associationMeaning(model)),
        close: () => connection.close(),
      }
    },

    update(documents, folder) {
      const model = readModel()
      const connection = openFile(folder)
      const writer = passageIndexWriter(connection, model && new AssociationEncoder(model))
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
}

function ask(index: PassageIndex, meaning: Meaning | undefined): Omit<OpenEngine, 'close'> {
  index.refresh()
  const everything = new Uint8Array(index.documents.length).fill(1)
  const accepted = ({ after, topic }: EngineFilter) =>
    Uint8Array.from(index.documents, (document) =>
      Number(after === undefined ? document.topics[0] === topic : (document.issuedOn ?? '') >= after),
    )
  const find = (words: readonly string[], most: number, filter?: EngineFilter) => {
    const clauses = words.filter((word) => word !== '').map((word): Clause => [{ text: foldText(word) }])
    const matches = index.matchAll(clauses, [], filter ? accepted(filter) : everything)
    return Math.min(most, matches.passages.length)
  }
  return {
    type: (typed) => find(typed.split(' '), 8),
    all: (words, filter) => find(words, 20, filter),
    any(question) {
      if (meaning) {
        const { pairs, singles } = questionTerms(question)
        const nearest = { text: question, terms: pairs, characters: singles, excluded: [], isQuestion: true }
        return Math.min(100, rankNearest(index, nearest, everything, meaning).passages.length)
      }
      const terms = questionTokens(question).map((token) => ({ token, weight: 1 }))
      return index.rankAny(terms, [], everything, 100).passages.length
    },
  }
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
