import { identityTitle } from '../../items/item-identity.ts'
import type { ItemKind } from '../../items/item-kind.ts'
import type { Validity } from '../../items/validity.ts'
import type { SqliteConnection } from '../../store/sqlite-connection.ts'
import { foldText } from '../han-text.ts'
import { PASSAGES_PER_DOCUMENT } from './index-schema.ts'
import type { IndexDocument, IndexedPassage, IndexedRevision, StoredPassage } from './passage-index.ts'

interface DocumentRow {
  readonly id: number
  readonly item_id: string
  readonly revision: string
  readonly scope: 'current' | 'other'
  readonly kind: string
  readonly title: string
  readonly alternative: string
  readonly label: string | null
  readonly issuer: string | null
  readonly document_number: string | null
  readonly issued_on: string | null
  readonly validity: string
  readonly channel: string
  readonly topics: string
  readonly source: string
}

/** Names no list holds: they are on one line. */
const joined = (names: readonly string[]) => names.join('\n')
const separated = (names: string) => (names === '' ? [] : names.split('\n'))

/** Reads documents and the texts of their passages. */
export function documentReader(connection: SqliteConnection) {
  const ids = connection.prepare('SELECT id FROM document ORDER BY id')
  const row = connection.prepare('SELECT * FROM document WHERE id = ?')
  const passageRow = connection.prepare('SELECT anchor, heading, path, text FROM passage WHERE id = ?')
  return {
    ids: () => (ids.all([]) as { id: number }[]).map(({ id }) => id),
    document: (id: number) => toDocument(row.get([id]) as DocumentRow),
    all: () => (connection.prepare('SELECT * FROM document ORDER BY id').all([]) as DocumentRow[]).map(toDocument),
    passage(document: number, place: number): StoredPassage | undefined {
      const found = passageRow.get([document * PASSAGES_PER_DOCUMENT + place]) as
        | { anchor: string; heading: string; path: string; text: string }
        | undefined
      return found && { ...found, path: separated(found.path) }
    },
  }
}

/** Writes documents and the texts of their passages; the caller holds the transaction. */
export function documentWriter(connection: SqliteConnection) {
  const documentsOf = connection.prepare('SELECT id FROM document WHERE item_id = ?')
  const deleteDocument = connection.prepare('DELETE FROM document WHERE id = ?')
  const deletePassages = connection.prepare('DELETE FROM passage WHERE id BETWEEN ? AND ?')
  const insertDocument = connection.prepare(
    `INSERT INTO document (item_id, revision, scope, kind, title, alternative, label, issuer, document_number,
       issued_on, validity, channel, topics, source)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertPassage = connection.prepare(
    'INSERT INTO passage (id, anchor, heading, path, text) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    /** Takes out the documents of an item. */
    remove(itemId: string): void {
      for (const { id } of documentsOf.all([itemId]) as { id: number }[]) {
        const first = id * PASSAGES_PER_DOCUMENT
        deletePassages.run([first, first + PASSAGES_PER_DOCUMENT - 1])
        deleteDocument.run([id])
      }
    },
    /** Returns the document's number. */
    add(revision: IndexedRevision): number {
      const { lastInsertRowid } = insertDocument.run([
        revision.itemId,
        revision.revision,
        revision.scope,
        revision.kind,
        revision.title,
        joined(revision.alternative),
        revision.label ?? null,
        revision.issuer ?? null,
        revision.documentNumber ?? null,
        revision.issuedOn ?? null,
        revision.validity,
        revision.channel,
        joined(revision.topics),
        revision.source,
      ])
      return Number(lastInsertRowid)
    },
    addPassage(document: number, place: number, { anchor, heading, path, text }: IndexedPassage): void {
      insertPassage.run([document * PASSAGES_PER_DOCUMENT + place, anchor, heading, joined(path), text])
    },
  }
}

const toDocument = (row: DocumentRow): IndexDocument => ({
  id: row.id,
  itemId: row.item_id,
  revision: row.revision,
  scope: row.scope,
  kind: row.kind as ItemKind,
  title: row.title,
  alternative: separated(row.alternative),
  label: row.label ?? undefined,
  issuer: row.issuer ?? undefined,
  documentNumber: row.document_number ?? undefined,
  issuedOn: row.issued_on ?? undefined,
  validity: row.validity as Validity,
  channel: row.channel,
  topics: separated(row.topics),
  source: row.source,
  titleKey: identityTitle(foldText(row.title)),
  foldedIssuer: foldText(row.issuer ?? ''),
})
