import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { appendEvent } from '../../stories/process/event-chain.ts'
import { findFeed } from '../feeds.repository.ts'
import type { Doing } from '../keep-feeds.ts'
import { findEntries, insertEntries } from './entries.repository.ts'
import { withdrawalEntry } from './pending-changes.ts'
import { standingEntries } from './standing-entries.ts'

/**
 * Takes a story out of a column at once, with the reason that readers are told. The story itself stays published, and
 * does not come back by itself.
 * @returns false when the entry does not stand any more: nothing is written then
 */
export async function withdrawEntry(
  db: Kysely<LibraryTables>,
  feedId: string,
  entryId: string,
  reason: string,
  { by, at }: Doing,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const feed = await findFeed(trx, feedId)
    const entries = await findEntries(trx, feedId)
    const entry = standingEntries(entries).find(({ id }) => id === entryId)
    if (!feed || !entry) return false
    const withdrawal = withdrawalEntry(feed, entry, reason, at)
    await insertEntries(trx, [{ ...withdrawal, number: (entries[0]?.number ?? 0) + 1 }])
    await appendEvent(trx, {
      subject: 'feed',
      subjectId: feedId,
      type: 'exclude',
      by,
      at,
      reason,
      detail: { storyId: entry.storyId, entry: entry.id },
    })
    return true
  })
}
