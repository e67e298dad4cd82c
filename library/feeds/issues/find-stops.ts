import { findContent } from '../../items/items.repository.ts'
import type { BlobStore } from '../../store/blob-store.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { findStory } from '../../stories/stories.repository.ts'
import type { FeedDefinition } from '../feed.schema.ts'
import { FeedPrivateTextError } from '../feed-errors.ts'
import type { FeedEntry, FeedStop } from '../feed-view.ts'
import { storyOfRevision } from '../story-of-revision.ts'
import type { PrintedAnswer } from './entries.repository.ts'
import {
  overrulingsOf,
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

/** Stories looked at before others have their turn, and a cancel is noticed. */
const AT_A_TIME = 25

/** A revision never changes: what was found in its public text is remembered. */
const remembered = new WeakMap<BlobStore, Map<string, FeedStop[]>>()
const MOST_REMEMBERED = 20_000

/**
 * What must not leave, with where it is and the way out: for own stories what the gate finds and nobody overruled, for
 * all else personal data and marks of secrecy in the words.
 * @param depth of the gate: `whole` as at a story's publication, or only its `words`
 */
export async function findStops(
  library: LibraryAccess,
  leaving: Leaving,
  depth: 'whole' | 'words' = 'words',
  signal?: AbortSignal,
): Promise<FeedStop[]> {
  const stops = [...stopsOfDefinition(leaving.definition), ...leaving.answers.flatMap(stopsOfAnswers)]
  for (const { type, title, note } of leaving.entries) {
    // The title of a story that stands is looked at with the story.
    if (type === 'withdrawal' || type === 'correction') stops.push(...stopsOfNote(`${title}\n${note ?? ''}`))
  }
  for (const [at, { id, revision }] of leaving.stories.entries()) {
    if (at % AT_A_TIME === 0) {
      signal?.throwIfAborted()
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    const own = await findStory(library.db, id)
    if (own === undefined) stops.push(...(await stopsOfRevision(library, id, revision)))
    // Under correction the record is another than what readers see.
    else if (own.publishedRecord === own.recordSha256) stops.push(...(await stopsOfOwnStory(library, own, depth)))
    else stops.push(...(await stopsOfFormerRevision(library, id, revision)))
  }
  return stops
}

/** @throws {FeedPrivateTextError} when something must not leave */
export async function requireNoStops(
  library: LibraryAccess,
  leaving: Leaving,
  depth: 'whole' | 'words' = 'words',
  signal?: AbortSignal,
): Promise<void> {
  const stops = await findStops(library, leaving, depth, signal)
  if (stops.length > 0) throw new FeedPrivateTextError(stops)
}

async function stopsOfRevision(library: LibraryAccess, storyId: string, revision: string): Promise<FeedStop[]> {
  const known = remembered.get(library.blobs) ?? new Map<string, FeedStop[]>()
  remembered.set(library.blobs, known)
  const ready = known.get(revision)
  if (ready) return ready
  const content = await findContent(library.db, revision)
  const stops = content ? stopsOfText(storyId, content, await storyOfRevision(library, revision, content)) : []
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(revision, stops)
  return stops
}

async function stopsOfFormerRevision(library: LibraryAccess, storyId: string, revision: string): Promise<FeedStop[]> {
  const content = await findContent(library.db, revision)
  if (!content) return []
  const story = await storyOfRevision(library, revision, content)
  return stopsOfText(storyId, content, story, await overrulingsOf(library, storyId))
}
