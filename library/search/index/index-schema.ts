import { randomUUID } from 'node:crypto'
import type { SqliteConnection } from '../../store/sqlite-connection.ts'

/** Raised whenever terms, weights or tables change: an index of another format is rebuilt. */
const INDEX_FORMAT = 6

/**
 * A document is one revision of an item. Its passages' texts lie by document and place; what finds
 * them lies in segments, whose numbers are never used again, so that readers may keep what they read.
 */
const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id TEXT NOT NULL, revision TEXT NOT NULL, scope TEXT NOT NULL,
    kind TEXT NOT NULL, title TEXT NOT NULL, alternative TEXT NOT NULL, label TEXT, issuer TEXT,
    document_number TEXT, issued_on TEXT, validity TEXT NOT NULL, channel TEXT NOT NULL,
    topics TEXT NOT NULL, source TEXT NOT NULL
  ) STRICT;
  CREATE INDEX document_item ON document (item_id);
  CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    anchor TEXT NOT NULL, heading TEXT NOT NULL, path TEXT NOT NULL, text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL, passages INTEGER NOT NULL,
    parts BLOB NOT NULL, outline_ends BLOB NOT NULL, block_keys BLOB NOT NULL, long_keys BLOB NOT NULL
  ) STRICT;
  CREATE TABLE posting_block (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
  CREATE TABLE long_list (id INTEGER PRIMARY KEY, data BLOB NOT NULL, positions BLOB NOT NULL) STRICT;
  CREATE TABLE vector_block (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
`
const TABLES = ['passage', 'document', 'segment', 'posting_block', 'long_list', 'vector_block', 'meta']
/** Tables of formats before this one. */
const FORMER_TABLES = ['current_index', 'other_index']

/** A passage's text has its document's number times this, plus its place in the document. */
export const PASSAGES_PER_DOCUMENT = 2 ** 20
/** A block's number is its segment's times this, plus its place in the segment. */
export const BLOCKS_PER_SEGMENT = 2 ** 20

const formatName = (encoderId: string | undefined) => `${INDEX_FORMAT} ${encoderId ?? ''}`.trim()

/**
 * True when the file has this format, and vectors of this encoder; anything else is to be rebuilt.
 * @param encoderId left out when any encoder, or none, will do
 */
export function hasIndexFormat(connection: SqliteConnection, encoderId?: string | null): boolean {
  const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").get([])
  if (!table) return false
  const row = connection.prepare("SELECT value FROM meta WHERE key = 'format'").get([]) as { value: string } | undefined
  if (encoderId === undefined) return row?.value.split(' ')[0] === String(INDEX_FORMAT)
  return row?.value === formatName(encoderId ?? undefined)
}

/** @param encoder whose vectors the index will hold; none when left out */
export function createIndexTables(
  connection: SqliteConnection,
  encoder?: { readonly id: string; readonly dimensions: number },
): void {
  connection.exec(SCHEMA)
  connection
    .prepare("INSERT INTO meta VALUES ('format', ?), ('indexed_seq', '0'), ('instance', ?), ('dimensions', ?)")
    .run([formatName(encoder?.id), randomUUID(), String(encoder?.dimensions ?? 0)])
}

/** Empties the file for another index; readers that have it open see the change. */
export function dropIndexTables(connection: SqliteConnection): void {
  for (const table of [...TABLES, ...FORMER_TABLES]) connection.exec(`DROP TABLE IF EXISTS ${table}`)
}

/** A quick look at every table's root; deeper damage shows as an IndexDamagedError at use. */
export function touchIndexTables(connection: SqliteConnection): void {
  for (const table of TABLES) connection.prepare(`SELECT * FROM ${table} LIMIT 1`).get([])
}

export function readIndexMeta(connection: SqliteConnection, key: string): string | undefined {
  const row = connection.prepare('SELECT value FROM meta WHERE key = ?').get([key]) as { value: string } | undefined
  return row?.value
}
