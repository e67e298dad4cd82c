import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { BlobStore } from '../../store/blob-store.ts'
import { MediaRefusedError, refuseMedia } from '../media/media-refusal.ts'
import { PictureError } from '../media/picture-error.ts'
import { type MediaFacts, readMediaFacts } from '../media/read-media-facts.ts'
import { SNIFFED_BYTES, sniffMedia } from '../media/sniff-media.ts'
import type { StoryMedia } from '../story.schema.ts'

/** Bytes of one file, by what it is. */
const LARGEST = { image: 200 * 1024 ** 2, video: 4 * 1024 ** 3, audio: 4 * 1024 ** 3 }

/**
 * Puts a picture that stood in a text into a store, if it is one by its content, whole and not too large.
 * @returns the picture as a story holds it, or the sentence why it was not taken
 */
export function keepPicture(
  blobs: Pick<BlobStore, 'take'>,
  bytes: Uint8Array,
  name: string,
): Promise<StoryMedia | string> {
  return keep(blobs, bytes.subarray(0, SNIFFED_BYTES), () => once(bytes), bytes.byteLength, name)
}

/** As {@link keepPicture}, for a picture, film or sound that lies beside a text; never held whole. */
export async function keepMediaFile(
  blobs: Pick<BlobStore, 'take'>,
  file: string,
  name: string,
): Promise<StoryMedia | string> {
  const { first, size } = await look(file)
  return keep(blobs, first, () => createReadStream(file), size, name)
}

async function keep(
  blobs: Pick<BlobStore, 'take'>,
  first: Uint8Array,
  stream: () => AsyncIterable<Uint8Array>,
  bytes: number,
  name: string,
): Promise<StoryMedia | string> {
  try {
    const kind = sniffMedia(first)
    if (kind.type === 'refused') throw refuseMedia(kind.code)
    if (bytes > LARGEST[kind.type]) throw refuseMedia('MEDIA_TOO_LARGE')
    let facts: MediaFacts | undefined
    const { sha256, size } = await blobs.take(stream(), async (taken) => {
      facts = await readMediaFacts(taken, kind.mediaType)
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

async function look(file: string): Promise<{ first: Buffer; size: number }> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    return { first: buffer.subarray(0, bytesRead), size }
  } finally {
    await handle.close()
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
