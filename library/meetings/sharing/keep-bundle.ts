import type { Kysely } from 'kysely'
import { findItem, insertBlob } from '../../items/items.repository.ts'
import { type HeldBlob, recordRevision } from '../../items/record-revision.ts'
import type { RevisionContent } from '../../items/revision.schema.ts'
import { saveSetting } from '../../settings/settings.repository.ts'
import type { LibraryTables } from '../../store/schema.ts'
import type { KeptMaterial } from '../materials/kept-material.ts'
import { findMaterial, saveMaterial } from '../materials/materials.repository.ts'

/** What is kept of a material's file; its blobs are in the blob store already. */
export interface BundleToKeep {
  readonly material: KeptMaterial
  /** Of the material that it takes the place of: when that was changed last, as it was read. */
  readonly overReadAt?: string | undefined
  readonly pictures: readonly HeldBlob[]
  readonly revisions: readonly { readonly content: RevisionContent; readonly blobs: readonly HeldBlob[] }[]
  /** Where it came from, for the provenance of its items: 会议文件 of whom. */
  readonly source: string
  readonly sourceSha256: string
  /** The setting that remembers the sender. */
  readonly sender: { readonly key: string; readonly name: string }
}

/**
 * Keeps a material that came as a file, with the items that are not here, all or nothing. What is here of an item, from
 * a channel or of one's own, stays as it is.
 * @returns false when the material whose place it takes is another by now: nothing is changed then
 */
export async function keepBundle(db: Kysely<LibraryTables>, bundle: BundleToKeep, now: Date): Promise<boolean> {
  const { material, overReadAt, pictures, revisions, source, sourceSha256, sender } = bundle
  return db.transaction().execute(async (trx) => {
    if (overReadAt !== undefined) {
      const before = await findMaterial(trx, material.id)
      if (!before || before.discardedAt !== undefined || before.updatedAt !== overReadAt) return false
    }
    for (const picture of pictures) await insertBlob(trx, picture, now.toISOString())
    for (const { content, blobs } of revisions) {
      if (await findItem(trx, content.identifier)) continue
      const provenance = {
        activity: 'import',
        agent: 'person',
        source: `${source}/${content.title}`,
        sourceSha256,
      } as const
      await recordRevision(trx, { content, blobs, provenance, starter: false }, now)
    }
    await saveMaterial(trx, material)
    await saveSetting(trx, sender.key, sender.name)
    return true
  })
}
