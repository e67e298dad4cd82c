import { findContent } from '../items/items.repository.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { openEditionPolicies } from './edition-policies.ts'
import type { EditionStory, FeedEdition } from './feed-edition.ts'
import { feedNotFound } from './feed-errors.ts'
import { findFeed, type KeptFeed, listFeeds } from './feeds.repository.ts'
import { findEntries, type KeptEntry } from './issues/entries.repository.ts'
import { requireNoStops } from './issues/find-stops.ts'
import { pendingChanges } from './issues/pending-changes.ts'
import { standingEntries, withdrawalsOf } from './issues/standing-entries.ts'
import { storyOfRevision } from './story-of-revision.ts'

/** Stories read before others have their turn. */
const AT_A_TIME = 25

/**
 * Reads everything that a column's outputs are written from, once: the same library gives the same edition. What
 * readers do not get any more since the last issue is withdrawn in it already, and everything that would leave is
 * checked again: whatever is written from an edition may leave.
 * @throws {FeedNotFoundError}
 * @throws {FeedPrivateTextError} when something must not leave
 */
export async function openFeedEdition(library: LibraryAccess, feedId: string): Promise<FeedEdition> {
  const { db } = library
  const feed = await findFeed(db, feedId)
  if (!feed) throw feedNotFound()
  const entries = await entriesToPrint(library, feed)
  const standing = standingEntries(entries)
  const answers = new Map(entries.flatMap(({ id, answers: said }) => (said ? [[id, said] as const] : [])))
  await requireNoStops(library, {
    definition: feed.definition,
    stories: standing.flatMap(({ storyId, revision }) => (revision === undefined ? [] : [{ id: storyId, revision }])),
    entries,
    answers: [...answers.values()],
  })
  return {
    id: feed.id,
    uri: feed.uri,
    definition: feed.definition,
    issue: feed.issue,
    issuedAt: feed.issuedAt ?? feed.createdAt,
    entries: entries.map(({ number: _, answers: __, ...entry }) => entry),
    stories: await readStories(library, standing),
    columns: (await listFeeds(db)).map(({ id, definition }) => ({
      id,
      title: definition.title,
      address: definition.site.address,
    })),
    answers,
  }
}

/** Every entry there ever was, and the withdrawals to come, newest first. What was withdrawn keeps no title of its own. */
async function entriesToPrint({ db }: LibraryAccess, feed: KeptFeed): Promise<KeptEntry[]> {
  const kept = await findEntries(db, feed.id)
  const { withdrawals: coming } = await pendingChanges(db, feed, kept)
  const newest = kept[0]?.number ?? 0
  const entries = [...coming.map((entry, index) => ({ ...entry, number: newest + index + 1 })).reverse(), ...kept]
  const withdrawals = withdrawalsOf(entries)
  return entries.map((entry) => {
    const withdrawal = withdrawals.get(entry.type === 'correction' ? (entry.of ?? '') : entry.id)
    return withdrawal ? { ...entry, title: withdrawal.title } : entry
  })
}

async function readStories(
  library: LibraryAccess,
  standing: readonly (KeptEntry & { readonly storyId: string })[],
): Promise<Map<string, EditionStory>> {
  const policyOf = await openEditionPolicies(library)
  const stories = new Map<string, EditionStory>()
  for (const [at, { storyId, revision, publishedAt }] of standing.entries()) {
    if (at % AT_A_TIME === 0) await new Promise<void>((resolve) => setImmediate(resolve))
    const content = revision === undefined ? undefined : await findContent(library.db, revision)
    if (!content || revision === undefined) continue
    const story = await storyOfRevision(library, revision, content)
    const policies = []
    for (const policy of story.policies) policies.push(await policyOf(policy))
    stories.set(storyId, {
      id: storyId,
      revision,
      content,
      story,
      pictures: (content.attachments ?? []).filter(({ mediaType }) => mediaType.startsWith('image/')),
      publishedOn: story.publishedOn ?? publishedAt.slice(0, 10),
      policies,
    })
  }
  return stories
}
