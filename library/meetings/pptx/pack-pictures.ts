import { createHash } from 'node:crypto'
import { openSharp } from '../../stories/media/open-sharp.ts'
import { sniffMedia } from '../../stories/media/sniff-media.ts'
import type { Deck, DeckPicture } from '../deck/deck.ts'

/** A picture's cleaned copy, as `materialPictureCopy` gives it. */
export interface PictureBytes {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

export type PictureOf = (picture: DeckPicture) => Promise<PictureBytes | undefined>

/** A picture as a file of the package; the same bytes are stored once. */
export interface PackedPicture {
  /** `picture1.jpeg` */
  readonly name: string
  readonly width: number
  readonly height: number
}

export interface PackedPictures {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly of: (picture: DeckPicture) => PackedPicture | undefined
}

/** Kinds that every office program shows. */
const PLAIN: Readonly<Record<string, string>> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/gif': 'gif' }

/** Reads every picture of a deck, one after another, so that none but the packed ones is held. */
export async function packPictures({ slides }: Deck, pictureOf: PictureOf): Promise<PackedPictures> {
  const files = new Map<string, Uint8Array>()
  const byBytes = new Map<string, string>()
  const known = new Map<string, PackedPicture | undefined>()
  for (const { blocks } of slides) {
    for (const block of blocks) {
      if (block.type !== 'picture' || known.has(keyOf(block.picture))) continue
      const found = await plainPicture(await pictureOf(block.picture))
      if (!found) {
        known.set(keyOf(block.picture), undefined)
        continue
      }
      const hash = createHash('sha256').update(found.bytes).digest('hex')
      const name = byBytes.get(hash) ?? `picture${files.size + 1}.${found.extension}`
      byBytes.set(hash, name)
      files.set(name, found.bytes)
      known.set(keyOf(block.picture), { name, width: found.width, height: found.height })
    }
  }
  return { files, of: (picture) => known.get(keyOf(picture)) }
}

/** A picture is another one with other regions blurred. */
const keyOf = ({ sha256, blurred = [] }: DeckPicture) => JSON.stringify([sha256, blurred])

/** By what its bytes are; others (WebP, AVIF) are written as JPEG, with transparency as PNG. */
async function plainPicture(picture: PictureBytes | undefined) {
  if (!picture) return undefined
  const sniffed = sniffMedia(picture.bytes)
  const extension = sniffed.type === 'image' ? PLAIN[sniffed.mediaType] : undefined
  if (extension && picture.width > 0 && picture.height > 0) return { ...picture, extension }
  try {
    const sharp = await openSharp()
    const image = sharp(picture.bytes, { limitInputPixels: 64_000_000, failOn: 'error' })
    const { hasAlpha } = await image.metadata()
    const { data, info } = await (hasAlpha ? image.png() : image.jpeg({ quality: 84 })).toBuffer({
      resolveWithObject: true,
    })
    return { bytes: new Uint8Array(data), width: info.width, height: info.height, extension: hasAlpha ? 'png' : 'jpeg' }
  } catch {
    // One that nothing can open is told by its words.
    return undefined
  }
}
