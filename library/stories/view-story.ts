import type { Kysely } from 'kysely'
import type { LibraryTables } from '../store/schema.ts'
import type { KeptStory } from './kept-story.ts'
import { missingParts } from './missing-parts.ts'
import { eventsOf } from './process/event-chain.ts'
import type { OfficePerson } from './process/process-view.ts'
import { stepOffers } from './process/step-offers.ts'
import { openTaskCounts } from './process/tasks.repository.ts'
import { viewTasks } from './process/view-tasks.ts'
import type { StoryView } from './story-view.ts'
import { factsOfOwn } from './summaries/facts-of-own.ts'
import { summaryRow } from './summaries/keep-summary.ts'
import { toSummary } from './summaries/summaries.repository.ts'

/** An own story, whole, as the person sees it who asks. */
export async function viewStory(db: Kysely<LibraryTables>, story: KeptStory, person: OfficePerson): Promise<StoryView> {
  const [events, tasks, open] = await Promise.all([
    eventsOf(db, 'story', story.id),
    viewTasks(db, story),
    openTaskCounts(db, [story.id]),
  ])
  return {
    ...toSummary({ ...summaryRow(factsOfOwn(story)), version: 0 }, open.get(story.id) ?? 0),
    record: story.record,
    recordSha256: story.recordSha256,
    createdAt: story.createdAt,
    createdBy: story.createdBy,
    revision: story.revision,
    steps: stepOffers(story, events, person),
    tasks,
    events,
    missing: missingParts(story.record),
  }
}
