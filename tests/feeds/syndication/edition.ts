import { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import type { EditionStory, FeedEdition } from '../../../library/feeds/feed-edition.ts'
import type { FeedEntry } from '../../../library/feeds/feed-view.ts'
import { PublicStory } from '../../../library/stories/story.schema.ts'

export const URI = 'tag:shiping.example,2026-11-21:xinhuo/feed/lie'
export const PICTURE = 'a'.repeat(64)

export interface StoryText {
  readonly title: string
  readonly body: string
  readonly themes?: readonly string[]
  readonly picture?: boolean
}

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 3600_000).toISOString()

/** The entry of the story with this number, from 1. */
export const entryOf = (number: number, title: string): FeedEntry => ({
  id: `${URI}/story/gushi-${number}`,
  feedId: 'lie',
  type: 'story',
  storyId: `gushi-${number}`,
  revision: String(number).padStart(64, '0'),
  title,
  issue: Math.ceil(number / 6),
  publishedAt: dayOf(number),
  updatedAt: dayOf(number),
})

/** The entry that withdraws another, as the newest one of so many. */
export const withdrawalOf = (entry: FeedEntry, number: number, note: string): FeedEntry => ({
  ...entry,
  id: `${entry.id}/withdrawal`,
  type: 'withdrawal',
  revision: undefined,
  publishedAt: dayOf(number),
  updatedAt: dayOf(number),
  note,
  of: entry.id,
})

/** The entry that says of another that it was corrected, as the newest one of so many. */
export const correctionOf = (entry: FeedEntry, number: number, note: string): FeedEntry => ({
  ...withdrawalOf(entry, number, note),
  id: `${entry.id}/correction/0123456789abcdef`,
  type: 'correction',
})

/** A column of these stories, the first told first. */
export function editionOf(
  texts: readonly StoryText[],
  more: { readonly definition?: Partial<FeedDefinition>; readonly later?: readonly FeedEntry[] } = {},
): FeedEdition {
  const entries = texts.map(({ title }, index) => entryOf(index + 1, title))
  const stories = texts.map(({ title, body, themes = [], picture }, index): [string, EditionStory] => {
    const media = picture ? [{ sha256: PICTURE, mediaType: 'image/jpeg', cover: true }] : []
    const shown = picture ? `\n\n![渠边](sha256:${PICTURE})` : ''
    const id = `gushi-${index + 1}`
    return [
      id,
      {
        id,
        revision: String(index + 1).padStart(64, '0'),
        content: { format: 1, kind: 'story', identifier: id, title: title || '无', body: `${body}${shown}` },
        story: PublicStory.parse({ format: 1, themes, media }),
        pictures: [],
        publishedOn: '2026-01-01',
        policies: [],
      },
    ]
  })
  return {
    id: 'lie',
    uri: URI,
    definition: FeedDefinition.parse({ title: '身边的办法', publisher: '石坪乡宣传办', ...more.definition }),
    issue: Math.max(1, Math.ceil(texts.length / 6)),
    issuedAt: dayOf(texts.length),
    entries: [...entries, ...(more.later ?? [])].reverse(),
    stories: new Map(stories),
    columns: [
      { id: 'lie', title: '身边的办法' },
      { id: 'other', title: '咱们<村>里的事', address: 'https://shiping.example/cun' },
      { id: 'nowhere', title: '头一年' },
    ],
    answers: new Map(),
  }
}
