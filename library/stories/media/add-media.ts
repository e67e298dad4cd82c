import type { LibraryAccess } from '../../store/library-access.ts'
import { changeStory } from '../change-story.ts'
import type { KeptStory } from '../kept-story.ts'
import type { OfficePerson } from '../process/process-view.ts'
import { readStory } from '../read-story.ts'
import type { StoryMedia } from '../story.schema.ts'
import { storyChanged } from '../story-errors.ts'
import { refuseMedia } from './media-refusal.ts'
import type { ReceivedMedia, RefusedMedia } from './receive-media.ts'

/** What adding pictures writes, done by the writer's thread. */
export interface MediaWrites {
  keepBlobs(blobs: readonly { sha256: string; size: number; mediaType: string }[]): Promise<unknown>
  replaceStory(story: KeptStory, readAt: string, by: string): Promise<boolean>
}

/** What became of the files that were sent. */
export interface AddedMedia {
  readonly added: readonly StoryMedia[]
  readonly refused: readonly RefusedMedia[]
}

const MOST = 200
/** Somebody may write in the story while a film comes in. */
const TRIES = 20

/**
 * Adds files that are blobs already to a story as it is now, whatever was written in it meanwhile.
 * @throws {StoryError} when it may not be changed any more, or by this person
 */
export async function addMedia(
  library: LibraryAccess,
  writes: MediaWrites,
  storyId: string,
  person: OfficePerson,
  received: readonly ReceivedMedia[],
): Promise<AddedMedia> {
  await writes.keepBlobs(received)
  for (let tries = 0; tries < TRIES; tries++) {
    const story = await readStory(library.db, storyId)
    const media = [...story.record.media]
    const added: StoryMedia[] = []
    const refused: RefusedMedia[] = []
    for (const file of received) {
      const isTwice = media.some(({ sha256 }) => sha256 === file.sha256)
      const refusal = isTwice
        ? refuseMedia('MEDIA_TWICE')
        : media.length >= MOST
          ? refuseMedia('MEDIA_FULL')
          : undefined
      if (refusal) refused.push({ name: file.name, code: refusal.code, reason: refusal.what })
      else {
        const one = { id: `m-${file.sha256.slice(0, 12)}`, ...file }
        media.push(one)
        added.push(one)
      }
    }
    if (added.length === 0) return { added, refused }
    const changed = changeStory(story, { ...story.record, media }, story.recordSha256, person, library.clock())
    if (await writes.replaceStory(changed, story.updatedAt, person.name)) return { added, refused }
  }
  throw storyChanged()
}
