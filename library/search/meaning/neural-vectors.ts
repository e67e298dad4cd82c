import { createHash } from 'node:crypto'
import { openSqlite } from '../../store/open-sqlite.ts'
import { inTransaction, type SqliteConnection } from '../../store/sqlite-connection.ts'
import { asStorageError } from '../../store/storage-error.ts'
import { deleteSearchDatabase } from '../open-search-database.ts'

/**
 * Vectors of passages in a file of their own, by model and text: indexing anew, revising or moving
 * a text computes nothing twice. Derived: delete it and it is filled again.
 */
export interface NeuralVectors {
  /** The vectors of these texts, in their order; undefined where none was made yet. */
  read(texts: readonly string[]): (Int8Array | undefined)[]
  /** Writes the vectors of these texts, together or not at all. */
  write(texts: readonly string[], vectors: readonly Int8Array[]): void
  /** Vectors of the model. */
  count(): number
  /** Takes out what other models made. */
  forgetOtherModels(): void
  /** Changes when another connection wrote. */
  version(): number
  close(): void
}

/**
 * Opens neural.db for one model; one that is damaged is made anew.
 * @param model the encoder's `id`
 * @param dimensions the encoder's; vectors of another length are not read
 */
export function openNeuralVectors(file: string, model: string, dimensions: number): NeuralVectors {
  const connection = openOrRenew(file)
  const select = connection.prepare('SELECT vector FROM neural_vector WHERE model = ? AND text_sum = ?')
  const insert = connection.prepare('INSERT OR REPLACE INTO neural_vector VALUES (?, ?, ?)')
  const dataVersion = connection.prepare('PRAGMA data_version')
  return {
    read: (texts) =>
      texts.map((text) => {
        const row = select.get([model, sumOf(text)]) as { vector: Uint8Array } | undefined
        if (row?.vector.byteLength !== dimensions) return undefined
        return Int8Array.from(new Int8Array(row.vector.buffer, row.vector.byteOffset, dimensions))
      }),
    write(texts, vectors) {
      inTransaction(connection, () => {
        vectors.forEach((vector, index) => {
          const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)
          insert.run([model, sumOf(texts[index] as string), bytes])
        })
      })
    },
    count: () =>
      (connection.prepare('SELECT count(*) AS n FROM neural_vector WHERE model = ?').get([model]) as { n: number }).n,
    forgetOtherModels() {
      connection.prepare('DELETE FROM neural_vector WHERE model <> ?').run([model])
    },
    version: () => (dataVersion.get([]) as { data_version: number }).data_version,
    close: () => connection.close(),
  }
}

const sumOf = (text: string) => createHash('sha256').update(text).digest()

function openOrRenew(file: string): SqliteConnection {
  try {
    return openAndSet(file)
  } catch (error) {
    // One that is only busy, or on a full disk, is left as it is.
    if (asStorageError(error)?.code !== 'DATABASE_DAMAGED') throw error
    deleteSearchDatabase(file)
    return openAndSet(file)
  }
}

function openAndSet(file: string): SqliteConnection {
  const connection = openSqlite(file)
  try {
    connection.exec('PRAGMA journal_mode = WAL')
    connection.exec('PRAGMA synchronous = NORMAL')
    connection.exec(
      'CREATE TABLE IF NOT EXISTS neural_vector (model TEXT, text_sum BLOB, vector BLOB NOT NULL, PRIMARY KEY (model, text_sum)) WITHOUT ROWID',
    )
    connection.prepare('SELECT count(vector) FROM neural_vector').get([])
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
