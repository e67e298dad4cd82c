import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { verifyChain } from './event-chain.ts'
import { strayStories } from './events.repository.ts'
import type { ChainVerification } from './process-view.ts'

/** What was found in the record of what was done, and in the stories it is about. */
export interface RecordVerification extends ChainVerification {
  /** Titles of stories that are not where the record left them: somebody moved them past it. */
  readonly strays: readonly string[]
}

/** Goes through the whole record, and then whether each story stands where its last step put it. */
export async function verifyRecord(db: Kysely<LibraryTables>): Promise<RecordVerification> {
  const chain = await verifyChain(db)
  // What a damaged record says of the stories is worth nothing.
  return { ...chain, strays: chain.broken ? [] : await strayStories(db) }
}
