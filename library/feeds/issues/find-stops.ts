import type { RevisionContent } from '../../items/revision.schema.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { publicStoryOf } from '../../stories/read-public-story.ts'
import type { PublicStory } from '../../stories/story.schema.ts'
import type { FeedDefinition } from '../feed.schema.ts'
import { FeedPrivateTextError } from '../feed-errors.ts'
import type { FeedEntry, FeedStop } from '../feed-view.ts'
import type { PrintedAnswer } from './entries.repository.ts'
import {
  contentOf,
  stopsOfAnswers,
  stopsOfDefinition,
  stopsOfNote,
  stopsOfOwnStory,
  stopsOfText,
} from './leaving-text.ts'

/** Everything that would leave with a column. */
export interface Leaving {
  readonly definition: FeedDefinition
  /** The stories, in the revision that readers will get. */
  readonly stories: readonly { readonly id: string; readonly revision: string }[]
  readonly entries: readonly Pick<FeedEntry, 'type' | 'title' | 'note'>[]
  readonly answers: readonly (readonly PrintedAnswer[])[]
}

/** A revision never changes: what was found in its public text is remembered. */
const remembered = new WeakMap<BlobStore, Map<string, FeedStop[]>>()
const MOST_REMEMBERED = 20_000

/**
 * What must not leave, with where it is and the way out: for own stories what the gate finds and nobody overruled, for
 * all else personal data and marks of secrecy in the words.
 */
export async function findStops(library: LibraryAccess, leaving: Leaving): Promise<FeedStop[]> {
  const stops = [...stopsOfDefinition(leaving.definition), ...leaving.answers.flatMap(stopsOfAnswers)]
  for (const { type, title, note } of leaving.entries) {
    // The title of a story is looked at with the story; of one that was withdrawn, here.
    if (type === 'withdrawal' || type === 'correction') stops.push(...stopsOfNote(title, note ?? ''))
  }
  for (const { id, revision } of leaving.stories) {
    stops.push(...((await stopsOfOwnStory(library, id)) ?? (await stopsOfRevision(library, id, revision))))
  }
  return stops
}

/** @throws {FeedPrivateTextError} when something must not leave */
export async function requireNoStops(library: LibraryAccess, leaving: Leaving): Promise<void> {
  const stops = await findStops(library, leaving)
  if (stops.length > 0) throw new FeedPrivateTextError(stops)
}

async function stopsOfRevision(library: LibraryAccess, storyId: string, revision: string): Promise<FeedStop[]> {
  const known = remembered.get(library.blobs) ?? new Map<string, FeedStop[]>()
  remembered.set(library.blobs, known)
  const ready = known.get(revision)
  if (ready) return ready
  const content = await contentOf(library, revision)
  const stops = content ? stopsOfText(storyId, content, await storyOf(library, content)) : []
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(revision, stops)
  return stops
}

const storyOf = ({ blobs }: LibraryAccess, content: RevisionContent): Promise<PublicStory> =>
  publicStoryOf(blobs, content)
