import type { BlobStore } from '../../store/blob-store.ts'
import { type MediaFacts, readMediaFacts } from './read-media-facts.ts'

/** What blobs say never changes: each is read once as long as the service runs, and the oldest forgotten. */
const known = new WeakMap<Pick<BlobStore, 'pathOf'>, Map<string, MediaFacts>>()
const REMEMBERED = 2000

/**
 * What a story's picture or film says of itself, read from its blob, which is there.
 * @throws {PictureError}
 */
export async function knownMediaFacts(
  blobs: Pick<BlobStore, 'pathOf'>,
  { sha256, mediaType }: { readonly sha256: string; readonly mediaType: string },
): Promise<MediaFacts> {
  const facts = known.get(blobs) ?? new Map<string, MediaFacts>()
  known.set(blobs, facts)
  const before = facts.get(sha256)
  if (before) return before
  const read = await readMediaFacts(blobs.pathOf(sha256), mediaType)
  if (facts.size >= REMEMBERED) facts.delete(facts.keys().next().value as string)
  facts.set(sha256, read)
  return read
}
