import type { RevisionContent } from '../items/revision.schema.ts'
import type { BlobStore } from '../store/blob-store.ts'
import type { LibraryAccess } from '../store/library-access.ts'
import { publicStoryOf } from '../stories/read-public-story.ts'
import type { PublicStory } from '../stories/story.schema.ts'

/** Stories kept, each of about a kilobyte: a column is looked at several times before it is written. */
const KEPT = 5_000
const kept = new WeakMap<BlobStore, Map<string, PublicStory>>()

/** The structured part of a story's revision, which never changes: read once. */
export async function storyOfRevision(
  { blobs }: Pick<LibraryAccess, 'blobs'>,
  revision: string,
  content: RevisionContent,
): Promise<PublicStory> {
  const known = kept.get(blobs) ?? new Map<string, PublicStory>()
  kept.set(blobs, known)
  const ready = known.get(revision)
  if (ready) return ready
  const story = await publicStoryOf(blobs, content)
  if (known.size >= KEPT) known.clear()
  known.set(revision, story)
  return story
}
