import type { FeedEdition } from '../feed-edition.ts'
import type { FeedEntry } from '../feed-view.ts'
import { openFeedSource, type SitePicture } from './feed-source.ts'
import { feedWindows } from './feed-windows.ts'
import { writeAtom } from './write-atom.ts'
import { writeJsonFeed } from './write-json-feed.ts'
import { writeOpml } from './write-opml.ts'
import { writeRss } from './write-rss.ts'

/**
 * A column as feeds: `feed.rss` (RSS 2.0), `feed.atom` with `feed-archive-0001.atom` … (RFC 4287, RFC 5005),
 * `feed.json` with further pages (JSON Feed 1.1), `columns.opml` (OPML 2.0 of all columns).
 * The same edition gives the same bytes. All lie in the site's own folder; links are absolute where the column has
 * an address, else relative to that folder.
 * @param pathOf an entry's page, relative to the site's folder
 * @param pictureOf a picture as it lies in the site, by its hash; without it pictures are left out
 */
export function syndicate(
  edition: FeedEdition,
  pathOf: (entry: FeedEntry) => string,
  pictureOf: (sha256: string) => SitePicture | undefined = () => undefined,
): { path: string; text: string }[] {
  const source = openFeedSource(edition, pathOf, pictureOf)
  const windows = feedWindows(edition.entries)
  return [
    writeRss(source, windows.subscription),
    ...writeAtom(source, windows),
    ...writeJsonFeed(source, windows),
    writeOpml(source),
  ]
}
