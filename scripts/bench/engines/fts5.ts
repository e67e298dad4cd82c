import path from 'node:path'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { inTransaction, type SqliteConnection } from '../../../library/store/sqlite-connection.ts'
import type { BenchDocument } from '../corpus.ts'
import type { Engine, EngineFilter } from './engine.ts'
import { inBatches } from './in-batches.ts'
import { endsInLoneCharacter, passageTokens, questionTokens, tokensOf } from './passage-tokens.ts'

const PASSAGES = 2 ** 20

const SCHEMA = `
  CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT, issued_on TEXT, topic TEXT) STRICT;
  CREATE TABLE passage (id INTEGER PRIMARY KEY, heading TEXT, path TEXT, text TEXT) STRICT;
  CREATE VIRTUAL TABLE text_index USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');
`

/** SQLite's own full text search over pairs of characters: one column, the texts in a table beside it. */
export const fts5: Engine = {
  async build(documents, folder) {
    const connection = open(folder)
    connection.exec(SCHEMA)
    const writer = createWriter(connection)
    for await (const batch of inBatches(documents)) inTransaction(connection, () => batch.forEach(writer.add))
    connection.close()
    return writer.tokenMs()
  },

  open(folder) {
    const connection = open(folder)
    const select = (limit: number, where = '') =>
      connection.prepare(
        where === ''
          ? `SELECT rowid FROM text_index WHERE text_index MATCH ? ORDER BY rank LIMIT ${limit}`
          : `SELECT text_index.rowid FROM text_index JOIN document ON document.id = text_index.rowid >> 20
             WHERE text_index MATCH ? AND ${where} ORDER BY rank LIMIT ${limit}`,
      )
    const [typing, short, long] = [select(8), select(20), select(100)]
    const after = select(20, 'issued_on >= ?')
    const topic = select(20, 'topic = ?')
    const all = (words: readonly string[]) =>
      words
        .map(phrase)
        .filter((one) => one !== '')
        .join(' AND ')
    const filtered = (expression: string, filter: EngineFilter) =>
      filter.after === undefined ? topic.all([expression, filter.topic ?? null]) : after.all([expression, filter.after])
    return {
      type: (typed) => {
        const expression = all(typed.split(' '))
        return expression === '' ? 0 : typing.all([endsInLoneCharacter(typed) ? `${expression}*` : expression]).length
      },
      all: (words, filter) => (filter ? filtered(all(words), filter) : short.all([all(words)])).length,
      any: (question) => long.all([questionTokens(question).map(quoted).join(' OR ')]).length,
      close: () => connection.close(),
    }
  },

  update(documents, folder) {
    const connection = open(folder)
    const writer = createWriter(connection)
    const started = performance.now()
    inTransaction(connection, () => {
      for (const document of documents) {
        writer.remove(document)
        writer.add(document)
      }
    })
    const ms = performance.now() - started
    connection.close()
    return ms
  },
}

const quoted = (token: string) => `"${token.replaceAll('"', '""')}"`
const phrase = (word: string) => {
  const tokens = tokensOf(word)
  return tokens.length === 0 ? '' : quoted(tokens.join(' '))
}

function open(folder: string): SqliteConnection {
  const connection = openSqlite(path.join(folder, 'fts5.db'))
  connection.exec('PRAGMA journal_mode = WAL')
  connection.exec('PRAGMA synchronous = NORMAL')
  return connection
}

function createWriter(connection: SqliteConnection) {
  const insertDocument = connection.prepare('INSERT INTO document (title, issued_on, topic) VALUES (?, ?, ?)')
  const insertPassage = connection.prepare('INSERT INTO passage VALUES (?, ?, ?, ?)')
  const insertTokens = connection.prepare('INSERT INTO text_index (rowid, tokens) VALUES (?, ?)')
  const find = connection.prepare('SELECT id FROM document WHERE title = ? AND issued_on = ? AND topic = ?')
  const deleteDocument = connection.prepare('DELETE FROM document WHERE id = ?')
  const deletePassages = connection.prepare('DELETE FROM passage WHERE id BETWEEN ? AND ?')
  const deleteTokens = connection.prepare('DELETE FROM text_index WHERE rowid = ?')
  let tokenMs = 0
  return {
    tokenMs: () => tokenMs,
    add({ title, issuedOn, topic, passages }: BenchDocument) {
      const first = Number(insertDocument.run([title, issuedOn, topic]).lastInsertRowid) * PASSAGES
      passages.forEach((passage, ordinal) => {
        const started = performance.now()
        const tokens = passageTokens(passage).join(' ')
        tokenMs += performance.now() - started
        insertPassage.run([first + ordinal, passage.heading, JSON.stringify(passage.path), passage.text])
        insertTokens.run([first + ordinal, tokens])
      })
    },
    remove({ title, issuedOn, topic, passages }: BenchDocument) {
      for (const { id } of find.all([title, issuedOn, topic]) as { id: number }[]) {
        passages.forEach((_, ordinal) => void deleteTokens.run([id * PASSAGES + ordinal]))
        deletePassages.run([id * PASSAGES, id * PASSAGES + PASSAGES - 1])
        deleteDocument.run([id])
      }
    },
  }
}
