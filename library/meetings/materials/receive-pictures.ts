import type { BlobStore } from '../../store/blob-store.ts'
import { refuseMedia } from '../../stories/media/media-refusal.ts'
import { receiveMedia } from '../../stories/media/receive-media.ts'
import { newLocalId } from './local-id.ts'
import type { ReceivedPictures } from './material-view.ts'

const NO_FILMS = '这里只能放图片。影片和录音请在故事里添加，会上再播放。'
/** Said otherwise than where a story is told. */
const SAID: Readonly<Partial<Record<string, string>>> = {
  MEDIA_SVG: 'SVG 图里可能藏有程序，不能用。请另存为 PNG 或 JPG 再添加。',
  MEDIA_DOCUMENT: '这是文档，不是图片。里面的图请先另存为 JPG 或 PNG 再添加。',
  MEDIA_UNKNOWN: '认不出这是什么文件。能添加的图片有 JPG、PNG、WebP、GIF、TIFF。',
}

/** What receiving pictures writes, done by the writer's thread. */
export interface PictureWrites {
  keepBlobs(blobs: readonly { sha256: string; size: number; mediaType: string }[]): Promise<unknown>
}

/**
 * Takes the pictures of a request into the library, to be placed by whoever writes the material. Films and sound, and
 * what is broken or too large, are refused with a reason each; the others are taken.
 * @throws {MediaError} when nothing came, or it broke off
 * @throws {StorageError} when the disk is full or gone
 */
export async function receivePictures(
  request: Request,
  blobs: Pick<BlobStore, 'take'>,
  writes: PictureWrites,
): Promise<ReceivedPictures> {
  const { received, refused } = await receiveMedia(request, blobs)
  const isPicture = ({ mediaType }: { readonly mediaType: string }) => mediaType.startsWith('image/')
  const pictures = received.filter(isPicture)
  if (pictures.length > 0) await writes.keepBlobs(pictures)
  const { code } = refuseMedia('MEDIA_UNKNOWN')
  return {
    added: pictures.map(({ takenOn: _, ...picture }) => ({ id: newLocalId('picture'), ...picture })),
    refused: [
      ...refused.map((one) => ({ ...one, reason: SAID[one.code] ?? one.reason })),
      ...received.filter((one) => !isPicture(one)).map(({ name }) => ({ name, code, reason: NO_FILMS })),
    ],
  }
}
