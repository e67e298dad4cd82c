import type { Kysely } from 'kysely'
import { findSummaries as findItems } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { StorySummary } from '../story-view.ts'
import { findSummaries } from './list-stories.ts'

/**
 * Stories as readers see them: of one that is being corrected, what was published stands until the correction is.
 * @returns those that readers can see
 */
export async function findShownSummaries(
  db: Kysely<LibraryTables>,
  ids: readonly string[],
): Promise<Map<string, StorySummary>> {
  const summaries = await findSummaries(db, ids)
  const corrected = [...summaries.values()].filter(({ state }) => state !== 'published')
  const items = await findItems(
    db,
    corrected.map(({ id }) => id),
  )
  for (const summary of corrected) {
    const item = items.get(summary.id)
    if (!item) summaries.delete(summary.id)
    else {
      const { title, description, topics } = item
      const { correcting: _, ...shown } = summary
      summaries.set(summary.id, { ...shown, state: 'published', title, summary: description, topics })
    }
  }
  return summaries
}
