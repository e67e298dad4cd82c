import type { FeedEntry } from '../feed-view.ts'
import { entryTitle } from './entry-html.ts'
import type { FeedSource } from './feed-source.ts'
import type { FeedWindows } from './feed-windows.ts'
import { xmlLine } from './xml-text.ts'

export const JSON_FILE = 'feed.json'
const archiveFile = (number: number) => `feed-archive-${String(number).padStart(4, '0')}.json`

/** JSON Feed 1.1; older entries are on further pages (`next_url`). */
export function writeJsonFeed(
  source: FeedSource,
  { subscription, archives }: FeedWindows,
): { path: string; text: string }[] {
  const last = archives.length
  const first = page(source, JSON_FILE, subscription, last > 1 ? archiveFile(last - 1) : undefined)
  // The growing archive is the first page's own.
  const pages = archives.slice(0, -1).map((entries, index) => {
    const number = index + 1
    return page(source, archiveFile(number), entries, number > 1 ? archiveFile(number - 1) : undefined)
  })
  return [first, ...pages]
}

function page(source: FeedSource, path: string, entries: readonly FeedEntry[], next: string | undefined) {
  const description = xmlLine(source.edition.definition.subtitle)
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: source.title,
    home_page_url: source.at('index.html'),
    // It is the feed's identity, which a path beside the file cannot be.
    ...(source.address !== undefined && { feed_url: source.at(JSON_FILE) }),
    ...(description && { description }),
    ...(next !== undefined && { next_url: source.at(next) }),
    language: 'zh-CN',
    authors: [{ name: source.publisher }],
    items: entries.map((entry) => item(source, entry)),
  }
  return { path, text: `${JSON.stringify(feed, null, 1)}\n` }
}

function item(source: FeedSource, entry: FeedEntry) {
  const withdrawal = source.withdrawalOf(entry)
  const pictures = source.picturesOf(entry)
  const cover = pictures.find(({ mediaType }) => mediaType.startsWith('image/'))
  const summary =
    entry.type === 'story' && !withdrawal && entry.storyId !== undefined
      ? source.edition.stories.get(entry.storyId)?.content.description
      : entry.note
  const tags = source.wordsOf(entry)
  return {
    id: entry.id,
    url: source.pageOf(entry),
    title: xmlLine(withdrawal ? `已撤回：${withdrawal.title}` : entryTitle(entry)) || '无题',
    content_html: source.html(entry),
    ...(summary && { summary: xmlLine(summary) }),
    date_published: entry.publishedAt,
    date_modified: withdrawal?.publishedAt ?? entry.updatedAt,
    authors: [{ name: source.authorOf(entry) }],
    ...(tags.length > 0 && { tags }),
    language: 'zh-CN',
    ...(cover && { image: cover.path }),
    ...(pictures.length > 0 && {
      attachments: pictures.map(({ path, mediaType, size }) => ({
        url: path,
        mime_type: mediaType,
        size_in_bytes: size,
      })),
    }),
  }
}
