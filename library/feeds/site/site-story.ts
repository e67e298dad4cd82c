import type { EditionStory, FeedEdition } from '../feed-edition.ts'
import type { FeedEntry } from '../feed-view.ts'
import { withdrawalsOf } from '../issues/standing-entries.ts'

/** A story as the site shows it: whole, or withdrawn with its reason in its place. */
export interface SiteStory {
  readonly id: string
  /** Its page, from the site's root. */
  readonly path: string
  readonly title: string
  /** The issue it first came out with, and when. */
  readonly issue: number
  readonly publishedAt: string
  /** Absent once withdrawn. */
  readonly story?: EditionStory | undefined
  /** Newest first. */
  readonly corrections: readonly FeedEntry[]
  readonly withdrawal?: FeedEntry | undefined
}

/** One issue as it was put together. */
export interface SiteIssue {
  readonly issue: number
  readonly path: string
  /** When its first entry came out. ISO 8601. */
  readonly at: string
  readonly stories: readonly SiteStory[]
  readonly corrections: readonly FeedEntry[]
  readonly withdrawals: readonly FeedEntry[]
  readonly answers: readonly FeedEntry[]
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** The page of a story, the same for ever. */
export const storyPath = (storyId: string): string =>
  `stories/${RESERVED.test(storyId) ? `${storyId}-` : encodeURIComponent(storyId)}.html`

export const issuePath = (issue: number): string => `issues/${issue}.html`
export const ANSWERS_PATH = 'answers.html'
export const CHANGES_PATH = 'changes.html'

/** Where an entry is read, from the site's root. */
export function addressOfEntry(entry: FeedEntry): string {
  if (entry.storyId !== undefined) return storyPath(entry.storyId)
  return entry.type === 'answers' ? `${ANSWERS_PATH}#issue-${entry.issue}` : CHANGES_PATH
}

/** Every story there ever was, newest first. */
export function siteStories(edition: FeedEdition): SiteStory[] {
  const entriesOf = Map.groupBy(
    edition.entries.filter(({ storyId }) => storyId !== undefined),
    ({ storyId }) => storyId as string,
  )
  const withdrawals = withdrawalsOf(edition.entries)
  const order = new Map(edition.entries.map((entry, index) => [entry.id, index]))
  const placed = [...entriesOf].flatMap(([id, entries]) => {
    const told = entries.filter(({ type }) => type === 'story')
    // A story that was withdrawn may have been taken in again.
    const entry = told.find((one) => !withdrawals.has(one.id)) ?? told[0]
    if (!entry) return []
    const withdrawal = withdrawals.get(entry.id)
    const story = withdrawal ? undefined : edition.stories.get(id)
    const corrections = entries.filter(({ type }) => type === 'correction')
    const { issue, publishedAt } = entry
    const title = story?.content.title ?? entry.title
    const one: SiteStory = { id, path: storyPath(id), title, issue, publishedAt, story, corrections, withdrawal }
    return [{ one, at: order.get(entry.id) ?? 0 }]
  })
  return placed.sort((a, b) => a.at - b.at).map(({ one }) => one)
}

/** Newest first. */
export function siteIssues(edition: FeedEdition, stories: readonly SiteStory[]): SiteIssue[] {
  const storiesOf = Map.groupBy(stories, ({ issue }) => issue)
  const entriesOf = Map.groupBy(edition.entries, ({ issue }) => issue)
  return [...entriesOf]
    .sort(([a], [b]) => b - a)
    .map(([issue, entries]) => ({
      issue,
      path: issuePath(issue),
      at: entries.reduce(
        (first, { publishedAt }) => (publishedAt < first ? publishedAt : first),
        entries[0]?.publishedAt ?? '',
      ),
      stories: storiesOf.get(issue) ?? [],
      corrections: entries.filter(({ type }) => type === 'correction'),
      withdrawals: entries.filter(({ type }) => type === 'withdrawal'),
      answers: entries.filter(({ type }) => type === 'answers'),
    }))
}
