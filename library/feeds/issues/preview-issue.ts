import type { LibraryAccess } from '../../store/library-access.ts'
import { findSummaries } from '../../stories/summaries/list-stories.ts'
import type { FeedEntry, FeedPreview } from '../feed-view.ts'
import type { KeptFeed } from '../feeds.repository.ts'
import { findStops } from './find-stops.ts'
import { leavingStories } from './make-issue.ts'
import type { NewEntry } from './pending-changes.ts'
import { planIssue } from './plan-issue.ts'

/** The next issue as it would be now, with what would stop it. */
export async function previewIssue(library: LibraryAccess, feed: KeptFeed): Promise<FeedPreview> {
  const plan = await planIssue(library, feed, library.clock().toISOString())
  const summaries = await findSummaries(
    library.db,
    plan.judged.map(({ id }) => id),
  )
  const stops = await findStops(library, {
    definition: feed.definition,
    stories: leavingStories(plan),
    entries: [...plan.corrections, ...plan.withdrawals],
    answers: plan.answers.flatMap(({ answers }) => (answers ? [answers] : [])),
  })
  return {
    issue: plan.issue,
    candidates: plan.judged.flatMap(({ id, chosen, pinned, speaksFor, speaksAgainst }) => {
      const story = summaries.get(id)
      return story ? [{ story, chosen, pinned, speaksFor, speaksAgainst }] : []
    }),
    corrections: plan.corrections.map(toEntry),
    withdrawals: plan.withdrawals.map(toEntry),
    answers: plan.answers.map(toEntry),
    stops,
  }
}

const toEntry = ({ answers: _, ...entry }: NewEntry): FeedEntry => entry
