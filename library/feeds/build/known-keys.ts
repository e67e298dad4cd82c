import type { Kysely } from 'kysely'
import { findIdentity } from '../../feedback/reports.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'

/** The public keys that this library signs with, or that letters and slips came with. */
export async function findKnownKeys(db: Kysely<LibraryTables>): Promise<ReadonlySet<string>> {
  const own = await findIdentity(db)
  const letters = await db.selectFrom('received_report').select('sender').distinct().execute()
  const slips = await db.selectFrom('slip').select('sender').distinct().execute()
  return new Set([
    ...(own ? [own.publicKey] : []),
    ...letters.map(({ sender }) => sender),
    ...slips.map(({ sender }) => sender),
  ])
}
