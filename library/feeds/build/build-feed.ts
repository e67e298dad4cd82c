import { type SenderIdentity, senderCode } from '../../feedback/sender-identity.ts'
import type { JobContext } from '../../jobs/job-runner.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import type { PictureCopyWrites } from '../../stories/media/picture-copy.ts'
import { fingerprintWords } from '../../updates/fingerprint.ts'
import type { FeedEdition } from '../feed-edition.ts'
import type { FeedBuild } from '../feed-view.ts'
import { requireNoStops } from '../issues/find-stops.ts'
import { searchPage } from '../site/about-pages.ts'
import { readSiteAssets } from '../site/read-site-assets.ts'
import { writeSearch } from '../site/search/write-search.ts'
import type { SiteFacts } from '../site/site-facts.ts'
import { sitePages } from '../site/site-pages.ts'
import { addressOfEntry, siteIssues, siteStories } from '../site/site-story.ts'
import { syndicate } from '../syndication/syndicate.ts'
import { feedBuildError, tellingStorage } from './feed-build-error.ts'
import { leavingOf } from './leaving-of.ts'
import { canonicalSha256, manifestText, signManifest } from './site-manifest.ts'
import { gatherMedia } from './site-media.ts'
import { openSiteWriter, type SiteWriter } from './site-writer.ts'
import { withTarget } from './target-folder.ts'

/** What a build needs of the job that runs it. */
export type BuildContext = Pick<JobContext, 'signal' | 'report'> & {
  /** Pictures that were made are remembered for the next build. */
  readonly writes: PictureCopyWrites
  /** Where the site's script and styles lie, when not where the app was built. */
  readonly assets?: URL | undefined
}

/** Pages are written in so many pieces between which others have their turn, and a cancel is noticed. */
const PAGES_AT_A_TIME = 20

/**
 * Writes a column into a folder, whole or not at all, and only what changed since it was last written there: the static
 * site, the feeds, and a manifest of every file signed by the library's key.
 * @param out an absolute path: empty, or a folder of this column
 * @throws {FeedBuildError} for a folder that cannot be used, or when the disk fails
 * @throws {FeedPrivateTextError} when something must not leave
 */
export async function buildFeed(
  library: LibraryAccess,
  edition: FeedEdition,
  out: string,
  context: BuildContext,
  identity: SenderIdentity,
): Promise<FeedBuild> {
  const began = performance.now()
  if (edition.issue === 0) throw feedBuildError('FEED_NOTHING_ISSUED')
  context.signal.throwIfAborted()
  context.report({ label: '核对要发出去的文字', done: 0, total: 0 })
  await requireNoStops(library, leavingOf(edition), 'words', context.signal)
  return tellingStorage(() =>
    withTarget(out, edition, async (target) => {
      const writer = openSiteWriter(target)
      const warnings = await writeSite(library, edition, writer, context, identity)
      const { feed, manifest, text } = signedList(edition, writer, identity)
      context.signal.throwIfAborted()
      context.report({ label: '放到位', done: 1, total: 1 })
      const placed = await writer.place(text)
      return {
        feed,
        issue: edition.issue,
        out,
        entries: edition.entries.length,
        files: writer.files.size + 1,
        ...placed,
        bytes: [...writer.files.values()].reduce((sum, { size }) => sum + size, Buffer.byteLength(text)),
        seconds: Math.round(performance.now() - began) / 1000,
        warnings,
        manifest,
        signedBy: senderCode(identity.publicKey),
      }
    }),
  )
}

/** @returns what was left out */
async function writeSite(
  library: LibraryAccess,
  edition: FeedEdition,
  writer: SiteWriter,
  { signal, report, writes, assets: assetsFrom }: BuildContext,
  identity: SenderIdentity,
): Promise<readonly string[]> {
  const { files, assets } = await readSiteAssets(assetsFrom)
  for (const { path, text } of files) await writer.text(path, text)

  const total = edition.stories.size
  let done = 0
  const { pictures, films, warnings } = await gatherMedia(edition, {
    library,
    writes,
    writer,
    signal,
    onStory: (title) => report({ label: title, done: ++done, total: 2 * total }),
  })

  const stories = siteStories(edition)
  const code = senderCode(identity.publicKey)
  const facts: SiteFacts = {
    edition,
    stories,
    issues: siteIssues(edition, stories),
    assets,
    signer: { publicKey: identity.publicKey, code, words: fingerprintWords(identity.publicKey) },
    pictures,
    films,
  }
  const breathe = async () => {
    signal.throwIfAborted()
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  report({ label: '搜索', done: total, total: 2 * total })
  const search = await writeSearch(stories, breathe)
  for (const { path, text } of search.files) await writer.text(path, text)
  await breathe()
  const { path: searchPath, text: searchText } = searchPage(facts, [search.shelf])

  let pages = 0
  // What leads to others comes after them: the feeds and the first page last.
  for (const { path, text } of sitePages(facts)) {
    if (path === 'index.html') {
      await writer.text(searchPath, searchText)
      for (const feed of feedsOf(facts)) await writer.text(feed.path, feed.text)
    }
    await writer.text(path, text)
    if (++pages % PAGES_AT_A_TIME !== 0) continue
    report({ label: path, done: Math.min(total + pages, 2 * total), total: 2 * total })
    await breathe()
  }
  return warnings
}

const feedsOf = ({ edition, pictures }: SiteFacts) =>
  syndicate(edition, addressOfEntry, (sha256) => pictures.get(sha256)?.large)

function signedList(edition: FeedEdition, writer: SiteWriter, identity: SenderIdentity) {
  const { uri: feed, issue, issuedAt, definition } = edition
  const { title, publisher } = definition
  const files = Object.fromEntries([...writer.files].sort(([a], [b]) => (a < b ? -1 : 1)))
  const signed = signManifest({ format: 1, feed, title, publisher, issue, issuedAt, files }, identity)
  return { feed, manifest: canonicalSha256(signed.signed), text: manifestText(signed) }
}
