import type { PictureToCopy } from '../../stories/media/picture-recipe.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import { picturesOf } from '../materials/material-pictures.ts'

/**
 * A picture that a record names, with all that is blurred in it: what one part blurs is blurred wherever the same
 * picture stands. Undefined for one that it does not name.
 */
export function pictureToCopy(record: MaterialRecord, sha256: string): PictureToCopy | undefined {
  const named = picturesOf(record).filter((picture) => picture.sha256 === sha256)
  if (named.length === 0) return undefined
  const regions = named.flatMap(({ blurred = [] }) => blurred)
  return { sha256, blurred: [...new Map(regions.map((region) => [JSON.stringify(region), region])).values()] }
}
