import { generateOpml } from 'feedsmith'
import type { FeedSource } from './feed-source.ts'
import { RSS_FILE } from './write-rss.ts'
import { tightCdata, xmlLine } from './xml-text.ts'

export const OPML_FILE = 'columns.opml'

/** OPML 2.0 of all the office's columns; one that lies nowhere yet is named without an address. */
export function writeOpml(source: FeedSource): { path: string; text: string } {
  const { columns, id } = source.edition
  const others = columns.filter((column) => column.id !== id)
  const outlineOf = (title: string, rss: string, page: string) => ({
    text: title,
    title,
    type: 'rss',
    version: 'RSS2',
    language: 'zh-CN',
    xmlUrl: rss,
    htmlUrl: page,
  })
  const text = generateOpml({
    head: { title: `${source.publisher}的专栏`, dateModified: source.updated, ownerName: source.publisher },
    body: {
      outlines: [
        outlineOf(source.title, source.at(RSS_FILE), source.at('index.html')),
        ...others.map((column) => {
          const title = xmlLine(column.title) || '专栏'
          if (column.address === undefined) return { text: title }
          const folder = column.address.replace(/\/?$/, '/')
          return outlineOf(title, new URL(RSS_FILE, folder).href, folder)
        }),
      ],
    },
  })
  return { path: OPML_FILE, text: `${tightCdata(text).trim()}\n` }
}
