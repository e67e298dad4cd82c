import type { SqliteConnection } from '../store/sqlite-connection.ts'
import { foldText } from './han-text.ts'
import { pairColumn, singleColumn } from './tokens.ts'

/** A revision as the index takes it in. */
export interface IndexedRevision {
  readonly itemId: string
  readonly revision: string
  /** `current` is searched by default, `other` only when a validity is asked for. */
  readonly scope: 'current' | 'other'
  readonly kind: string
  readonly title: string
  readonly alternative: readonly string[]
  readonly label?: string | undefined
  readonly issuer?: string | undefined
  readonly documentNumber?: string | undefined
  readonly issuedOn?: string | undefined
  readonly validity: string
  readonly topics: readonly string[]
  readonly source: string
  readonly passages: readonly IndexedPassage[]
}

export interface IndexedPassage {
  readonly anchor: string
  readonly heading: string
  readonly path: readonly string[]
  /** Plain text. */
  readonly text: string
}

/** Raised whenever tokens or columns change: an index of another format is rebuilt. */
export const INDEX_FORMAT = 3
/** A passage's rowid is its document's number times this, plus its ordinal. */
export const PASSAGES_PER_DOCUMENT = 2 ** 20

const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL, revision TEXT NOT NULL, scope TEXT NOT NULL,
    kind TEXT NOT NULL, title TEXT NOT NULL, label TEXT, issuer TEXT, document_number TEXT,
    issued_on TEXT, validity TEXT NOT NULL, source TEXT NOT NULL
  ) STRICT;
  CREATE INDEX document_item ON document (item_id);
  CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    anchor TEXT NOT NULL, heading TEXT NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE current_index USING fts5(
    title, outline, text, number, topics, single,
    content='', contentless_delete=1, tokenize='ascii');
  CREATE VIRTUAL TABLE other_index USING fts5(
    title, outline, text, number, topics, single,
    content='', contentless_delete=1, tokenize='ascii');
`

export interface PassageIndexWriter {
  /** The last change of library.db that is in the index. */
  readonly indexedSeq: () => number
  setIndexedSeq(seq: number): void
  /** Takes out every passage of an item. */
  remove(itemId: string): void
  add(revision: IndexedRevision): void
  passageCount(): number
}

/** True when the file has this format; anything else is to be deleted and rebuilt. */
export function hasIndexFormat(connection: SqliteConnection): boolean {
  const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").get([])
  if (!table) return false
  const row = connection.prepare("SELECT value FROM meta WHERE key = 'format'").get([]) as { value: string } | undefined
  return row?.value === String(INDEX_FORMAT)
}

export function createIndexTables(connection: SqliteConnection): void {
  connection.exec(SCHEMA)
  connection.prepare("INSERT INTO meta VALUES ('format', ?), ('indexed_seq', '0')").run([String(INDEX_FORMAT)])
}

/** Writes the index. The caller holds the transaction, so that passages and `indexedSeq` change together. */
export function passageIndexWriter(connection: SqliteConnection): PassageIndexWriter {
  const documentsOf = connection.prepare('SELECT id, scope FROM document WHERE item_id = ?')
  const deleteDocument = connection.prepare('DELETE FROM document WHERE id = ?')
  const deletePassages = connection.prepare('DELETE FROM passage WHERE id BETWEEN ? AND ?')
  const passageIds = connection.prepare('SELECT id FROM passage WHERE id BETWEEN ? AND ?')
  const insertDocument = connection.prepare(
    `INSERT INTO document (item_id, revision, scope, kind, title, label, issuer, document_number, issued_on, validity, source)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertPassage = connection.prepare(
    'INSERT INTO passage (id, anchor, heading, path, text) VALUES (?, ?, ?, ?, ?)',
  )
  const indexes = {
    current: indexStatements(connection, 'current_index'),
    other: indexStatements(connection, 'other_index'),
  }
  return {
    indexedSeq: () =>
      Number(
        (connection.prepare("SELECT value FROM meta WHERE key = 'indexed_seq'").get([]) as { value: string }).value,
      ),
    setIndexedSeq: (seq) =>
      void connection.prepare("UPDATE meta SET value = ? WHERE key = 'indexed_seq'").run([String(seq)]),
    passageCount: () => (connection.prepare('SELECT count(*) AS n FROM passage').get([]) as { n: number }).n,
    remove(itemId) {
      for (const { id, scope } of documentsOf.all([itemId]) as { id: number; scope: 'current' | 'other' }[]) {
        const first = id * PASSAGES_PER_DOCUMENT
        const last = first + PASSAGES_PER_DOCUMENT - 1
        for (const row of passageIds.all([first, last]) as { id: number }[]) indexes[scope].remove.run([row.id])
        deletePassages.run([first, last])
        deleteDocument.run([id])
      }
    },
    add(revision) {
      const { lastInsertRowid } = insertDocument.run([
        revision.itemId,
        revision.revision,
        revision.scope,
        revision.kind,
        revision.title,
        revision.label ?? null,
        revision.issuer ?? null,
        revision.documentNumber ?? null,
        revision.issuedOn ?? null,
        revision.validity,
        revision.source,
      ])
      const first = Number(lastInsertRowid) * PASSAGES_PER_DOCUMENT
      const titles = foldText([revision.title, ...revision.alternative].join('\n'))
      const title = pairColumn(titles)
      const numbers = foldText(revision.documentNumber ?? '')
      const number = pairColumn(numbers)
      const topicNames = foldText(revision.topics.join('\n'))
      const topics = pairColumn(topicNames)
      revision.passages.slice(0, PASSAGES_PER_DOCUMENT).forEach((passage, ordinal) => {
        const rowid = first + ordinal
        const outline = foldText([...passage.path, passage.heading].join('\n'))
        const text = foldText(passage.text)
        insertPassage.run([rowid, passage.anchor, passage.heading, JSON.stringify(passage.path), passage.text])
        const single = singleColumn(`${titles}${outline}${text}${numbers}${topicNames}`)
        indexes[revision.scope].add.run([rowid, title, pairColumn(outline), pairColumn(text), number, topics, single])
      })
    },
  }
}

function indexStatements(connection: SqliteConnection, table: 'current_index' | 'other_index') {
  return {
    add: connection.prepare(
      `INSERT INTO ${table} (rowid, title, outline, text, number, topics, single) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    remove: connection.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
  }
}
