import type sharp from 'sharp'
import { pictureError } from './picture-error.ts'

type Sharp = typeof sharp

/** What libvips may open: bitmaps that stories are told with. SVG can hold scripts and files, and is none. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((name) => `VipsForeignLoad${name}`)

let loading: Promise<Sharp> | undefined

/**
 * The picture library, loaded when the first picture asks for it: it takes native code and 20 MB. One thread a
 * picture and nothing remembered, since libvips belongs to the whole process.
 * @throws {PictureError} PICTURES_UNAVAILABLE where it does not run
 */
export function openSharp(): Promise<Sharp> {
  loading ??= import('sharp').then(
    ({ default: loaded }) => {
      loaded.concurrency(1)
      loaded.cache(false)
      loaded.block({ operation: ['VipsForeignLoad'] })
      loaded.unblock({ operation: LOADERS })
      return loaded
    },
    (cause: unknown) => {
      throw pictureError('PICTURES_UNAVAILABLE', cause)
    },
  )
  return loading
}
