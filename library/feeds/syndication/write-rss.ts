import { generateRssFeed } from 'feedsmith'
import type { FeedEntry } from '../feed-view.ts'
import { entryTitle } from './entry-html.ts'
import type { FeedSource } from './feed-source.ts'
import { tightCdata, xmlLine } from './xml-text.ts'

export const RSS_FILE = 'feed.rss'

/** RSS 2.0, with the whole text in `content:encoded`. A story that was withdrawn keeps its guid and loses its text. */
export function writeRss(source: FeedSource, entries: readonly FeedEntry[]): { path: string; text: string } {
  const { definition, issuedAt } = source.edition
  const text = generateRssFeed({
    title: source.title,
    link: source.at('index.html'),
    description: xmlLine(definition.subtitle) || source.title,
    language: 'zh-CN',
    generator: '薪火',
    pubDate: issuedAt,
    lastBuildDate: source.updated,
    docs: 'https://www.rssboard.org/rss-specification',
    // A link to itself has to be a whole address here.
    ...(source.address !== undefined && {
      atom: { links: [{ rel: 'self', href: source.at(RSS_FILE), type: 'application/rss+xml' }] },
    }),
    items: entries.map((entry) => {
      const withdrawal = source.withdrawalOf(entry)
      const [cover] = source.picturesOf(entry)
      const html = source.html(entry)
      return {
        title: xmlLine(withdrawal ? `已撤回：${withdrawal.title}` : entryTitle(entry)) || '无题',
        link: source.pageOf(entry),
        guid: { value: entry.id, isPermaLink: false },
        pubDate: entry.publishedAt,
        description: descriptionOf(source, entry),
        content: { encoded: html },
        dc: { creators: [source.authorOf(entry)] },
        categories: source.wordsOf(entry).map((name) => ({ name })),
        ...(cover && { enclosures: [{ url: cover.path, length: cover.size, type: cover.mediaType }] }),
      }
    }),
  })
  return { path: RSS_FILE, text: `${tightCdata(text).trim()}\n` }
}

/** One sentence; what follows is in the full text. */
function descriptionOf({ edition, withdrawalOf }: FeedSource, entry: FeedEntry): string {
  if (withdrawalOf(entry)) return '这篇故事已经撤回，不再提供。'
  const story = entry.storyId === undefined ? undefined : edition.stories.get(entry.storyId)
  const says = entry.type === 'story' ? story?.content.description : entry.note
  return xmlLine(says ?? '') || xmlLine(entryTitle(entry)) || '无题'
}
