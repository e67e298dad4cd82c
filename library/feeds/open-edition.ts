import { findContent } from '../items/items.repository.ts'
import type { RevisionContent } from '../items/revision.schema.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { PublicStory, STORY_MEDIA_TYPE } from '../stories/story.schema.ts'
import type { EditionStory, FeedEdition } from './feed-edition.ts'
import { feedNotFound } from './feed-errors.ts'
import { findFeed, listFeeds } from './feeds.repository.ts'
import { findEntries } from './issues/entries.repository.ts'
import { standingEntries } from './issues/standing-entries.ts'

/**
 * Reads everything that a column's outputs are written from, once: the same library gives the same edition.
 * @throws {FeedNotFoundError}
 */
export async function openFeedEdition(library: LibraryAccess, feedId: string): Promise<FeedEdition> {
  const { db } = library
  const feed = await findFeed(db, feedId)
  if (!feed) throw feedNotFound()
  const entries = await findEntries(db, feedId)
  const stories = new Map<string, EditionStory>()
  for (const { storyId, revision, publishedAt } of standingEntries(entries)) {
    const content = revision === undefined ? undefined : await findContent(db, revision)
    if (!content || revision === undefined) continue
    const story = await publicStory(library, content)
    stories.set(storyId, {
      id: storyId,
      revision,
      content,
      story,
      pictures: (content.attachments ?? []).filter(({ mediaType }) => mediaType.startsWith('image/')),
      publishedOn: story.publishedOn ?? publishedAt.slice(0, 10),
      policies: story.policies.map(({ title, provision, note }) => ({ title, provision, note })),
    })
  }
  return {
    id: feed.id,
    uri: feed.uri,
    definition: feed.definition,
    issue: feed.issue,
    issuedAt: feed.issuedAt ?? feed.createdAt,
    entries,
    stories,
    columns: (await listFeeds(db)).map(({ id, definition }) => ({
      id,
      title: definition.title,
      address: definition.site.address,
    })),
    answers: new Map(entries.flatMap(({ id, answers }) => (answers ? [[id, answers]] : []))),
  }
}

async function publicStory({ blobs }: LibraryAccess, content: RevisionContent): Promise<PublicStory> {
  const attachment = content.attachments?.find(({ mediaType }) => mediaType === STORY_MEDIA_TYPE)
  if (!attachment) return PublicStory.parse({ format: 1 })
  const bytes = await blobs.read(attachment.sha256)
  return PublicStory.parse(JSON.parse(new TextDecoder().decode(bytes)))
}
