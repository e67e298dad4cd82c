import type { BlurredRegion } from '../story.schema.ts'

/** How large and in which format a picture is made. */
export interface PictureRecipe {
  /** Pixels at most; a picture is never made larger than it is. */
  readonly width: number
  readonly format: 'jpeg' | 'webp'
}

/** A picture as it came, and what nobody is to see of it. */
export interface PictureToCopy {
  readonly sha256: string
  readonly blurred?: readonly BlurredRegion[] | undefined
}

/** A cleaned copy, a blob. `size` in bytes. */
export interface PictureCopy {
  readonly sha256: string
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly size: number
}
