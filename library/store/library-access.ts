import type { Kysely } from 'kysely'
import type { NeuralSearch } from '../search/meaning/neural-search.ts'
import type { PassageSearch } from '../search/passage-search.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryTables } from '../store/schema.ts'

/**
 * What answering needs of a library: reading only, beside the writer. The properties are read anew
 * for each answer, since restoring a backup puts another database in their place.
 */
export interface LibraryAccess {
  readonly db: Kysely<LibraryTables>
  readonly search: PassageSearch
  readonly blobs: BlobStore
  readonly clock: () => Date
  /** An office's own model of meaning, where it has added one. */
  readonly neural?: NeuralSearch | undefined
}
