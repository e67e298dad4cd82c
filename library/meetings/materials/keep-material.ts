import type { Kysely } from 'kysely'
import { appendChange, setPutAway } from '../../items/items.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptMaterial } from './kept-material.ts'
import { deleteDiscarded, findMaterial, saveMaterial } from './materials.repository.ts'

type Db = Kysely<LibraryTables>

/** A deleted material can be brought back for so long. Milliseconds. */
const BROUGHT_BACK = 30 * 24 * 3600 * 1000

/** Keeps new materials, all or none. */
export async function insertMaterials(db: Db, materials: readonly KeptMaterial[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const material of materials) {
      if (await findMaterial(trx, material.id)) throw new Error(`material ${material.id} is there already`)
      await saveMaterial(trx, material)
    }
  })
}

/**
 * Changes a material as it was when the caller read it.
 * @param readAt its `updatedAt` then
 * @returns false when it is another by now, or gone: nothing is changed then
 */
export async function replaceMaterial(db: Db, material: KeptMaterial, readAt: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await findMaterial(trx, material.id)
    if (!before || before.discardedAt !== undefined || before.updatedAt !== readAt) return false
    await saveMaterial(trx, material)
    return true
  })
}

/**
 * Deletes a material, or brings it back; the item that it became goes and comes with it.
 * @param discardedAt undefined brings it back
 * @returns false when there is none of this id
 */
export async function discardMaterial(
  db: Db,
  id: string,
  discardedAt: string | undefined,
  at: string,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const material = await findMaterial(trx, id)
    if (!material) return false
    if ((material.discardedAt === undefined) === (discardedAt === undefined)) return true
    await saveMaterial(trx, { ...material, discardedAt })
    if (material.itemId !== undefined) {
      await setPutAway(trx, material.itemId, discardedAt ?? null)
      await appendChange(trx, material.itemId, at)
    }
    return true
  })
}

/** Deletes for good what was deleted long ago, with what came back of it. Returns how many. */
export async function purgeDiscardedMaterials(db: Db, now: string): Promise<number> {
  const before = new Date(new Date(now).getTime() - BROUGHT_BACK).toISOString()
  return db.transaction().execute((trx) => deleteDiscarded(trx, before))
}
