import type { Kysely } from 'kysely'
import type { LibraryTables, MaterialTable } from '../../store/schema.ts'
import { canonicalMaterial } from './canonical-material.ts'
import { citationsOf } from './citations-of.ts'
import type { KeptMaterial } from './kept-material.ts'
import { MaterialRecord } from './material.schema.ts'
import { saveCitations } from './material-citations.repository.ts'
import { deleteSummary, saveSummary } from './material-summaries.repository.ts'

type Db = Kysely<LibraryTables>

/** Materials read at a time. */
const READ_TOGETHER = 50

/** A material made here, also one that was deleted and can still be brought back. */
export async function findMaterial(db: Db, id: string): Promise<KeptMaterial | undefined> {
  const row = await db.selectFrom('material').where('id', '=', id).selectAll().executeTakeFirst()
  return row && toMaterial(row)
}

/** What came with this id from where it was made, the newest first; deleted ones left out. */
export async function findByOrigin(db: Db, origin: string): Promise<KeptMaterial[]> {
  const rows = await db
    .selectFrom('material')
    .where('origin', '=', origin)
    .where('discarded_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .selectAll()
    .execute()
  return rows.map(toMaterial)
}

/**
 * Keeps a material, in the caller's transaction, together with what lists say of it and what it cites.
 * @returns the material as it is kept: its record in the canonical form, and the hash of that
 */
export async function saveMaterial(trx: Db, material: KeptMaterial): Promise<KeptMaterial> {
  const { record, json, sha256 } = canonicalMaterial(material.record)
  const kept: KeptMaterial = { ...material, record, recordSha256: sha256 }
  const { id, ...columns } = toRow(kept, json)
  await trx
    .insertInto('material')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await saveSummary(trx, { ...kept, own: true })
  await saveCitations(trx, id, kept.discardedAt === undefined ? citationsOf(record) : [])
  return kept
}

/** Deletes for good what was deleted before a time. Returns how many. */
export async function deleteDiscarded(trx: Db, before: string): Promise<number> {
  const rows = await trx.selectFrom('material').where('discarded_at', '<', before).select('id').execute()
  for (const { id } of rows) {
    await trx.deleteFrom('material_response').where('material_id', '=', id).execute()
    await trx.deleteFrom('learning_progress').where('path_id', '=', id).execute()
    await trx.deleteFrom('material').where('id', '=', id).execute()
    await deleteSummary(trx, id, true)
  }
  return rows.length
}

/** Materials made here that were not deleted, by their ids. */
export async function* allMaterials(db: Db): AsyncGenerator<KeptMaterial> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('material')
      .where('discarded_at', 'is', null)
      .where('id', '>', after)
      .selectAll()
      .orderBy('id')
      .limit(READ_TOGETHER)
      .execute()
    yield* rows.map(toMaterial)
    const last = rows.at(-1)
    if (!last || rows.length < READ_TOGETHER) return
    after = last.id
  }
}

const toRow = (material: KeptMaterial, record: string): MaterialTable => ({
  id: material.id,
  type: material.record.type,
  title: material.record.title,
  record,
  record_sha256: material.recordSha256,
  origin: material.origin ?? null,
  copied_from: material.copiedFrom ?? null,
  item_id: material.itemId ?? null,
  revision: material.revision ?? null,
  created_at: material.createdAt,
  updated_at: material.updatedAt,
  discarded_at: material.discardedAt ?? null,
})

/** The columns hold what this file wrote. */
const toMaterial = (row: MaterialTable): KeptMaterial => ({
  id: row.id,
  record: MaterialRecord.parse(JSON.parse(row.record)),
  recordSha256: row.record_sha256,
  origin: row.origin ?? undefined,
  copiedFrom: row.copied_from ?? undefined,
  itemId: row.item_id ?? undefined,
  revision: row.revision ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  discardedAt: row.discarded_at ?? undefined,
})
