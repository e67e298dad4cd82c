import type { BlobStore } from '../../store/blob-store.ts'
import { MediaRefusedError, refuseMedia } from '../media/media-refusal.ts'
import { PictureError } from '../media/picture-error.ts'
import { type MediaFacts, readMediaFacts } from '../media/read-media-facts.ts'
import { sniffMedia } from '../media/sniff-media.ts'
import type { StoryMedia } from '../story.schema.ts'

/**
 * Puts a picture that came with a text into a store, if it is one by its content, whole and not too large.
 * @returns the picture as a story holds it, or the sentence why it was not taken
 */
export async function keepPicture(
  blobs: Pick<BlobStore, 'take'>,
  bytes: Uint8Array,
  name: string,
): Promise<StoryMedia | string> {
  try {
    const kind = sniffMedia(bytes)
    if (kind.type === 'refused') throw refuseMedia(kind.code)
    if (kind.type !== 'image') throw refuseMedia('MEDIA_UNKNOWN')
    let facts: MediaFacts | undefined
    const { sha256, size } = await blobs.take(once(bytes), async (file) => {
      facts = await readMediaFacts(file, kind.mediaType)
    })
    return {
      id: `m-${sha256.slice(0, 12)}`,
      sha256,
      size,
      name: name.slice(0, 200) || `图片.${kind.extension}`,
      mediaType: kind.mediaType,
      ...(facts?.width && facts.height && { width: facts.width, height: facts.height }),
      ...(facts?.takenOn && { takenOn: facts.takenOn }),
    }
  } catch (error) {
    if (error instanceof MediaRefusedError) return error.what
    if (error instanceof PictureError) {
      return refuseMedia(error.code === 'PICTURE_TOO_LARGE' ? 'MEDIA_TOO_LARGE' : 'MEDIA_BROKEN', error).what
    }
    throw error
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
