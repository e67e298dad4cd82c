import type { LibraryAccess } from '../../store/library-access.ts'
import { answersForIssue } from '../../stories/responses/answers-for-issue.ts'
import { storiesNotFree } from '../feed-errors.ts'
import { answersUri, storyEntryUri } from '../feed-uri.ts'
import { findChoices, type KeptFeed } from '../feeds.repository.ts'
import { proposeStories } from '../selection/propose-stories.ts'
import type { JudgedStory } from '../selection/select-stories.ts'
import { findEntries, type KeptEntry } from './entries.repository.ts'
import { maskPersonalData } from './mask-personal-data.ts'
import { findStoryItems, type NewEntry, pendingChanges } from './pending-changes.ts'

/** The next issue of a column as it would be now. */
export interface IssuePlan {
  readonly feedId: string
  /** The number of the issue. */
  readonly issue: number
  readonly judged: readonly JudgedStory[]
  readonly stories: readonly NewEntry[]
  readonly corrections: readonly NewEntry[]
  readonly withdrawals: readonly NewEntry[]
  /** One entry, or none. */
  readonly answers: readonly NewEntry[]
  readonly answered: readonly string[]
  /** Everything there was before, newest first. */
  readonly before: readonly KeptEntry[]
}

/**
 * Looks what would be in the next issue. The times in it are `at`; nothing is written.
 * @param only these stories instead of what the criteria choose
 * @throws {FeedStateError} when one of them cannot be in it
 */
export async function planIssue(
  library: LibraryAccess,
  feed: KeptFeed,
  at: string,
  only?: readonly string[] | undefined,
): Promise<IssuePlan> {
  const { db } = library
  const issue = feed.issue + 1
  const before = await findEntries(db, feed.id)
  const { corrections, withdrawals } = await pendingChanges(db, feed, before)
  const judged = await proposeStories(library, feed, before, only)
  const chosen = judged.filter((story) => story.chosen).map(({ id }) => id)
  const items = await findStoryItems(db, chosen)
  const free = chosen.flatMap((id) => {
    const item = items.get(id)
    return item && item.gone === undefined ? [item] : []
  })
  if (only) await requireAll(library, feed, only, new Set(free.map(({ id }) => id)))
  const answers = await answersForIssue(db, feed.id)
  const now = { publishedAt: at, updatedAt: at, feedId: feed.id, issue }
  return {
    feedId: feed.id,
    issue,
    judged: judged.filter((story) => !story.chosen || items.get(story.id)?.gone === undefined),
    stories: free.map(({ id, title, revision }) => ({
      ...now,
      id: storyEntryUri(
        feed.uri,
        id,
        1 + before.filter((entry) => entry.type === 'story' && entry.storyId === id).length,
      ),
      type: 'story',
      storyId: id,
      revision,
      title,
    })),
    corrections: corrections.map((entry) => ({ ...entry, ...now })),
    withdrawals: withdrawals.map((entry) => ({ ...entry, issue })),
    answers:
      answers.length === 0
        ? []
        : [
            {
              ...now,
              id: answersUri(
                feed.uri,
                answers.map(({ id }) => id),
              ),
              type: 'answers',
              title: `第 ${issue} 期：答读者问`,
              // Readers’ own words: what must not be public in them is left out.
              answers: answers.map(({ question, answer }) => ({ question: maskPersonalData(question), answer })),
            },
          ],
    answered: answers.map(({ id }) => id),
    before,
  }
}

/** True when an issue would say something that was not said before. */
export const saysSomethingNew = ({ stories, corrections, withdrawals, answers }: IssuePlan): boolean =>
  stories.length + corrections.length + withdrawals.length + answers.length > 0

async function requireAll(
  { db }: LibraryAccess,
  feed: KeptFeed,
  only: readonly string[],
  free: ReadonlySet<string>,
): Promise<void> {
  const excluded = new Set(
    (await findChoices(db, feed.id)).flatMap((one) => (one.choice === 'exclude' ? one.storyId : [])),
  )
  const refused = [...new Set(only)].filter((id) => !free.has(id) || excluded.has(id))
  if (refused.length === 0) return
  const rows = await db.selectFrom('story_summary').where('id', 'in', refused).select(['id', 'title']).execute()
  const titles = new Map(rows.map(({ id, title }) => [id, `《${title}》`]))
  throw storiesNotFree(refused.map((id) => titles.get(id) ?? id))
}
