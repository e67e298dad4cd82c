import { findItemContent } from '../items/item-queries.ts'

import type { RevisionContent } from '../items/revision.schema.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { deriveStory } from './derive-story.ts'
import { PublicStory, STORY_MEDIA_TYPE } from './story.schema.ts'
import { notAStory } from './story-errors.ts'

/** A story's JSON is small; anything larger is not one. Bytes. */
const LARGEST = 1024 * 1024

export interface ReadStory {
  readonly content: RevisionContent
  readonly story: PublicStory
  readonly revision: string
}

/**
 * A published story: made here, or come with a channel, an import or the starter content.
 * @param revision the current one unless said otherwise
 * @throws {ItemNotFoundError}
 * @throws {StoryError} STORY_NOT_A_STORY when the item is of another kind
 */
export async function readPublicStory(
  library: Pick<LibraryAccess, 'db' | 'blobs' | 'clock'>,
  itemId: string,
  revision?: string,
): Promise<ReadStory> {
  const { entry, content } = await findItemContent(library.db, itemId, revision, library.clock())
  if (content.kind !== 'story') throw notAStory()
  return { content, story: await publicStoryOf(library.blobs, content), revision: entry.revision }
}

/** The structured part that came with a story, together with what its Markdown says; only the latter where it cannot be read. */
export async function publicStoryOf(
  blobs: Pick<BlobStore, 'has' | 'read'>,
  content: RevisionContent,
): Promise<PublicStory> {
  const derived = deriveStory(content)
  const attached = await readAttached(blobs, content)
  if (!attached) return derived
  return {
    ...attached,
    policies: attached.policies.length > 0 ? attached.policies : derived.policies,
    media: attached.media.length > 0 ? attached.media : derived.media,
    quotes: attached.quotes.length > 0 ? attached.quotes : derived.quotes,
    publishedOn: attached.publishedOn ?? derived.publishedOn,
    office: attached.office ?? derived.office,
  }
}

async function readAttached(
  blobs: Pick<BlobStore, 'has' | 'read'>,
  content: RevisionContent,
): Promise<PublicStory | undefined> {
  const attachment = content.attachments?.find(({ mediaType }) => mediaType === STORY_MEDIA_TYPE)
  if (!attachment || attachment.size > LARGEST || !(await blobs.has(attachment.sha256))) return undefined
  try {
    const story = PublicStory.safeParse(JSON.parse((await blobs.read(attachment.sha256)).toString('utf8'))).data
    return story && withinLimits(story)
  } catch {
    // A part that is no JSON takes nothing away from the text.
    return undefined
  }
}

/** As much as a record of this library can hold: a file from elsewhere may hold anything. */
const withinLimits = (story: PublicStory): PublicStory => ({
  ...story,
  themes: story.themes.slice(0, 10),
  groups: story.groups.slice(0, 10),
  audience: story.audience.slice(0, 10),
  people: story.people.slice(0, 50),
  policies: story.policies.slice(0, 50),
  quotes: story.quotes.slice(0, 20),
  media: story.media.slice(0, 200),
})
