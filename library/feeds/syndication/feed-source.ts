import type { FeedEdition } from '../feed-edition.ts'
import type { FeedEntry } from '../feed-view.ts'
import { withdrawalsOf } from '../issues/standing-entries.ts'
import { openEntryHtml } from './entry-html.ts'
import { xmlLine } from './xml-text.ts'

/** A picture as it lies in the site. */
export interface SitePicture {
  /** Relative to the site's own folder, as in `pictures/ab12….jpg`. */
  readonly path: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
}

/** What the writers of all formats share. */
export interface FeedSource {
  readonly edition: FeedEdition
  readonly title: string
  readonly publisher: string
  /** The newest date of any entry, as the feed's own. ISO 8601. */
  readonly updated: string
  /** Where it is read; undefined when only files are known. */
  readonly address: string | undefined
  /** A path of the site as links name it: absolute where the column has an address. */
  at(path: string): string
  /** The entry's page. */
  pageOf(entry: FeedEntry): string
  html(entry: FeedEntry): string
  /** The pictures of an entry's story, the cover first, and its films where the site has them. */
  picturesOf(entry: FeedEntry): readonly SitePicture[]
  /** What the entry is about, in a few words. */
  wordsOf(entry: FeedEntry): readonly string[]
  authorOf(entry: FeedEntry): string
  withdrawalOf(entry: FeedEntry): FeedEntry | undefined
}

export function openFeedSource(
  edition: FeedEdition,
  pathOf: (entry: FeedEntry) => string,
  pictureOf: (sha256: string) => SitePicture | undefined,
): FeedSource {
  const { definition, entries } = edition
  const address = siteAddress(definition.site.address)
  const at = (path: string) => (address === undefined ? relativeUrl(path) : new URL(path, address).href)
  const pageOf = (entry: FeedEntry) => at(pathOf(entry))
  const title = xmlLine(definition.title) || '专栏'
  const publisher = xmlLine(definition.publisher) || title
  const withdrawals = withdrawalsOf(entries)
  const storyOf = ({ id, type, storyId }: FeedEntry) =>
    type === 'story' && storyId !== undefined && !withdrawals.has(id) ? edition.stories.get(storyId) : undefined
  return {
    edition,
    title,
    publisher,
    updated: entries.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), edition.issuedAt),
    address,
    at,
    pageOf,
    html: openEntryHtml(edition, pageOf, (sha256) => {
      const picture = pictureOf(sha256)
      return picture && at(picture.path)
    }),
    picturesOf(entry) {
      const media = storyOf(entry)?.story.media ?? []
      const coverFirst = media.toSorted((a, b) => Number(b.cover === true) - Number(a.cover === true))
      return coverFirst.flatMap(({ sha256 }) => {
        const picture = pictureOf(sha256)
        return picture ? [{ ...picture, path: at(picture.path) }] : []
      })
    },
    wordsOf(entry) {
      const story = storyOf(entry)
      const words = [...(story?.story.themes ?? []), ...(story?.content.topics ?? [])]
      return [...new Set(words.map(xmlLine).filter((word) => word !== ''))]
    },
    authorOf: (entry) => xmlLine(storyOf(entry)?.story.office ?? '') || publisher,
    withdrawalOf: ({ id }) => withdrawals.get(id),
  }
}

/** A path of the site as a relative reference (RFC 3986 §4.2). */
function relativeUrl(path: string): string {
  const { pathname, search, hash } = new URL(path, 'http://site.invalid/')
  return `${pathname.slice(1)}${search}${hash}`
}

/** The folder that the site lies in, as a URL that paths can follow. */
function siteAddress(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const url = new URL(given)
  url.hash = ''
  url.search = ''
  url.pathname = url.pathname.replace(/\/index\.html?$/, '/').replace(/\/*$/, '/')
  return url.href
}
