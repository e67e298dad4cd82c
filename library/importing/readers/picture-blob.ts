import { createHash } from 'node:crypto'
import { sniffPicture } from './media-type.ts'
import type { ParsedBlob } from './parsed-document.ts'

/** A bitmap as a blob named by its content, or undefined when the bytes are no bitmap we show. */
export function blobOf(data: Uint8Array, name: string): ParsedBlob | undefined {
  const picture = sniffPicture(data)
  if (!picture) return undefined
  const stem =
    name
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, '')
      .trim()
      .slice(0, 100) || '图片'
  return {
    name: stem.toLowerCase().endsWith(`.${picture.extension}`) ? stem : `${stem}.${picture.extension}`,
    mediaType: picture.mediaType,
    sha256: createHash('sha256').update(data).digest('hex'),
    data: new Uint8Array(data),
  }
}
