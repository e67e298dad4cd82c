import type { LibraryAccess } from '../../store/library-access.ts'
import { type PictureCopyWrites, pictureCopy } from '../../stories/media/picture-copy.ts'
import type { EditionStory } from '../feed-edition.ts'

/** A cleaned copy of a picture, held in memory while it is put into a document. */
export interface PrintPicture {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly caption: string
  readonly alternative: string
}

/** Gives a story's pictures by the hash of their attachment; undefined for one that cannot be read. */
export type FindPrintPicture = (story: EditionStory, sha256: string, width: number) => Promise<PrintPicture | undefined>

export function openPrintPictures(
  library: Pick<LibraryAccess, 'db' | 'blobs'>,
  writes: PictureCopyWrites,
): FindPrintPicture {
  return async (story, sha256, width) => {
    const medium = story.story.media.find((one) => one.sha256 === sha256)
    const author = medium?.author === undefined ? '' : `（${medium.author} 摄）`
    try {
      const copy = await pictureCopy(library, writes, { sha256 }, { width, format: 'jpeg' })
      return {
        bytes: await library.blobs.read(copy.sha256),
        mediaType: copy.mediaType,
        width: copy.width,
        height: copy.height,
        caption: `${medium?.caption ?? ''}${author}`,
        alternative: medium?.alternative ?? '',
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('PICTURE_')) return undefined
      throw error
    }
  }
}

export const dataAddress = ({ mediaType, bytes }: PrintPicture): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
