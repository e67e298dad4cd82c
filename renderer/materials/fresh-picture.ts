import type { MaterialPicture } from '../../library/meetings/materials/cited.schema.ts'

/** A picture that was taken in, under an id of its own: the same file may stand in several places. */
export function freshPicture(picture: MaterialPicture): MaterialPicture {
  return { ...picture, id: `p-${crypto.randomUUID().slice(0, 8)}` }
}
