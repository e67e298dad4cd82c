import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { PictureCopy } from '../../stories/media/picture-recipe.ts'

/**
 * The pictures that are cleaned copies already, by their own hash: an own story was published with them, and they need
 * not be drawn a second time.
 * @param widest in pixels
 */
export async function findCleanCopies(
  db: Kysely<LibraryTables>,
  widest: number,
): Promise<ReadonlyMap<string, PictureCopy>> {
  const rows = await db
    .selectFrom('story_media_copy')
    .where('width', '<=', widest)
    .select(['sha256', 'media_type', 'width', 'height', 'size'])
    .execute()
  return new Map(
    rows.map(({ sha256, media_type: mediaType, width, height, size }) => [
      sha256,
      { sha256, mediaType, width: width ?? 0, height: height ?? 0, size },
    ]),
  )
}
