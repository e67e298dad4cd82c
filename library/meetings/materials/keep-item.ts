import type { Kysely } from 'kysely'
import { findItem } from '../../items/items.repository.ts'
import { recordRevision } from '../../items/record-revision.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptMaterial } from './kept-material.ts'
import { findMaterial, saveMaterial } from './materials.repository.ts'
import type { MaterialItem } from './publish-material.ts'

/**
 * Records a material as its item: a new one, or a further revision.
 * @param readSha256 the record that the item was made of
 * @returns false when the material is another by now, or gone: nothing is changed then
 */
export async function keepMaterialItem(
  db: Kysely<LibraryTables>,
  id: string,
  readSha256: string,
  item: MaterialItem,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const material = await findMaterial(trx, id)
    if (!material || material.discardedAt !== undefined || material.recordSha256 !== readSha256) return false
    const known = await findItem(trx, id)
    if (known && known.kind !== 'guide') throw new TypeError(`${id} is the id of something else than a guide`)
    const { revision } = await recordRevision(
      trx,
      {
        ...item,
        provenance: { activity: 'edit', agent: '本机', source: `material:${id}`, sourceSha256: readSha256 },
        starter: false,
        replaces: material.revision,
      },
      now,
    )
    const kept: KeptMaterial = { ...material, itemId: id, revision }
    await saveMaterial(trx, kept)
    return true
  })
}
