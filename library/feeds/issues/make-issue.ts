import type { LibraryAccess } from '../../store/library-access.ts'
import { changedMeanwhile, feedNotFound, nothingNew } from '../feed-errors.ts'
import { findFeed } from '../feeds.repository.ts'
import type { Doing } from '../keep-feeds.ts'
import { requireNoStops } from './find-stops.ts'
import { type IssuePlan, planIssue, saysSomethingNew } from './plan-issue.ts'
import type { IssueToRecord } from './record-issue.ts'

export interface IssueWrites {
  recordIssue(planned: IssueToRecord, doing: Doing): Promise<boolean>
}

/**
 * Makes the next issue of a column: looks what is new, checks everything that would leave, and fixes the entries.
 * @param only these stories instead of what the criteria choose
 * @throws {FeedNotFoundError}
 * @throws {FeedPrivateTextError} when something must not leave
 * @throws {FeedStateError} when nothing is new, or somebody was first
 */
export async function makeIssue(
  library: LibraryAccess,
  writes: IssueWrites,
  feedId: string,
  doing: Doing,
  only?: readonly string[] | undefined,
): Promise<void> {
  const feed = await findFeed(library.db, feedId)
  if (!feed) throw feedNotFound()
  const plan = await planIssue(library, feed, doing.at, only)
  if (!saysSomethingNew(plan)) {
    throw nothingNew(
      feed.issue === 0
        ? '没有已经发布、又合这个专栏条件的故事。'
        : '上一期以后，没有新的、更正的或撤回的故事，也没有新的答复。',
    )
  }
  await requireNoStops(
    library,
    {
      definition: feed.definition,
      stories: leavingStories(plan),
      entries: [...plan.corrections, ...plan.withdrawals],
      answers: plan.answers.flatMap(({ answers }) => (answers ? [answers] : [])),
    },
    'whole',
  )
  const { stories, corrections, withdrawals, answers, answered, issue } = plan
  const planned = { feedId, issue, stories, corrections, withdrawals, answers, answered }
  if (!(await writes.recordIssue(planned, doing))) throw changedMeanwhile()
}

/** The stories of an issue in the revisions that readers would get. */
export const leavingStories = ({ stories, corrections }: IssuePlan): { id: string; revision: string }[] =>
  [...stories, ...corrections].flatMap(({ storyId, revision }) =>
    storyId === undefined || revision === undefined ? [] : [{ id: storyId, revision }],
  )
