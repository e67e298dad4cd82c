import { feedBuildError } from '../build/feed-build-error.ts'
import type { EditionStory, FeedEdition } from '../feed-edition.ts'
import type { FeedEntry } from '../feed-view.ts'
import { standingEntries } from '../issues/standing-entries.ts'

/** One issue of a column as it is printed: the stories that stand, and what goes out with them. */
export interface PrintedIssue {
  readonly edition: FeedEdition
  readonly issue: number
  /** ISO 8601. */
  readonly at: string
  readonly stories: readonly EditionStory[]
  readonly corrections: readonly FeedEntry[]
  readonly withdrawals: readonly FeedEntry[]
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
}

/**
 * @param issue the newest when absent
 * @throws {FeedBuildError} FEED_NOTHING_ISSUED, FEED_STORY_NOT_IN_ISSUE
 */
export function printedIssue(edition: FeedEdition, issue: number = edition.issue): PrintedIssue {
  const entries = edition.entries.filter((entry) => entry.issue === issue)
  if (entries.length === 0)
    throw feedBuildError('FEED_NOTHING_ISSUED', edition.issue === 0 ? undefined : `没有第${issue}期。`)
  return {
    edition,
    issue,
    at: entries.reduce(
      (first, { publishedAt }) => (publishedAt < first ? publishedAt : first),
      entries[0]?.publishedAt ?? '',
    ),
    stories: standingEntries(entries).flatMap(({ storyId }) => edition.stories.get(storyId) ?? []),
    corrections: entries.filter(({ type }) => type === 'correction'),
    withdrawals: entries.filter(({ type }) => type === 'withdrawal'),
    answers: entries.flatMap(({ id }) => edition.answers.get(id) ?? []),
  }
}

/** A story that stands in the column. @throws {FeedBuildError} FEED_STORY_NOT_IN_ISSUE */
export function printedStory(edition: FeedEdition, storyId: string | undefined): EditionStory {
  const story = storyId === undefined ? printedIssue(edition).stories[0] : edition.stories.get(storyId)
  if (!story) throw feedBuildError('FEED_STORY_NOT_IN_ISSUE')
  return story
}
