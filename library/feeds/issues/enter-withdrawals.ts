import type { Kysely } from 'kysely'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { LibraryTables } from '../../store/schema.ts'
import { appendEvent } from '../../stories/process/event-chain.ts'
import { findFeed } from '../feeds.repository.ts'
import { findEntries, insertEntries } from './entries.repository.ts'
import { pendingChanges } from './pending-changes.ts'

/** Who does what happens by itself. */
const BY_ITSELF = '薪火'

export interface WithdrawalWrites {
  enterWithdrawals(feedId: string, at: string): Promise<unknown>
}

/**
 * Before a column is written: stories that readers do not get any more are entered as withdrawn, so that what readers
 * were told stays told when such a story comes back later.
 */
export async function settleWithdrawals(
  { db, clock }: LibraryAccess,
  writes: WithdrawalWrites,
  feedId: string,
): Promise<void> {
  const feed = await findFeed(db, feedId)
  if (!feed) return
  const { withdrawals } = await pendingChanges(db, feed, await findEntries(db, feedId))
  if (withdrawals.length > 0) await writes.enterWithdrawals(feedId, clock().toISOString())
}

/** Enters the withdrawals that are due, each with the record of it, in one transaction. Returns how many. */
export async function enterWithdrawals(db: Kysely<LibraryTables>, feedId: string, at: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const feed = await findFeed(trx, feedId)
    if (!feed) return 0
    const entries = await findEntries(trx, feedId)
    const { withdrawals } = await pendingChanges(trx, feed, entries)
    const newest = entries[0]?.number ?? 0
    await insertEntries(
      trx,
      withdrawals.map((entry, index) => ({ ...entry, number: newest + index + 1 })),
    )
    for (const { storyId, of, note } of withdrawals) {
      await appendEvent(trx, {
        subject: 'feed',
        subjectId: feedId,
        type: 'exclude',
        by: BY_ITSELF,
        at,
        reason: note,
        detail: { storyId, entry: of },
      })
    }
    return withdrawals.length
  })
}
