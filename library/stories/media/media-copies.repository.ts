import type { Kysely } from 'kysely'
import { insertBlob } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { PictureCopy } from './picture-recipe.ts'

type Db = Kysely<LibraryTables>

/** A copy, and what it was made of. */
export interface KeptCopy extends PictureCopy {
  readonly original: string
  readonly recipe: string
}

export async function findMediaCopy(db: Db, original: string, recipe: string): Promise<PictureCopy | undefined> {
  const row = await db
    .selectFrom('story_media_copy')
    .where('original', '=', original)
    .where('recipe', '=', recipe)
    .selectAll()
    .executeTakeFirst()
  return (
    row && {
      sha256: row.sha256,
      mediaType: row.media_type,
      width: row.width ?? 0,
      height: row.height ?? 0,
      size: row.size,
    }
  )
}

/** The sides of the widest copy of each picture that has one: it was read to its end before. */
export async function findCopySizes(
  db: Db,
  originals: readonly string[],
): Promise<Map<string, { width: number; height: number }>> {
  if (originals.length === 0) return new Map()
  const rows = await db
    .selectFrom('story_media_copy')
    .where('original', 'in', originals)
    .where('width', '>', 0)
    .where('height', '>', 0)
    .select(['original', 'width', 'height'])
    .orderBy('width')
    .execute()
  return new Map(rows.map(({ original, width, height }) => [original, { width: width ?? 0, height: height ?? 0 }]))
}

/** Remembers a copy, whose bytes are a blob already. */
export async function saveMediaCopy(db: Db, copy: KeptCopy, at: string): Promise<void> {
  const { sha256, mediaType, width, height, size, original, recipe } = copy
  const made = { sha256, media_type: mediaType, width, height, size }
  await db.transaction().execute(async (trx) => {
    await insertBlob(trx, { sha256, size, mediaType }, at)
    await trx
      .insertInto('story_media_copy')
      .values({ original, recipe, ...made })
      .onConflict((conflict) => conflict.columns(['original', 'recipe']).doUpdateSet(made))
      .execute()
  })
}

/** Files that came in, by what they are; their bytes are in the blob store. */
export async function keepBlobs(
  db: Db,
  blobs: readonly { sha256: string; size: number; mediaType: string }[],
  at: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { sha256, size, mediaType } of blobs) await insertBlob(trx, { sha256, size, mediaType }, at)
  })
}
