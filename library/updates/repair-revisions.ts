import type { Kysely } from 'kysely'
import { findItem, findRevisions } from '../items/items.repository.ts'
import { arrangeItem } from '../items/record-revision.ts'
import { RevisionContent } from '../items/revision.schema.ts'
import { listed } from '../store/many-rows.ts'
import type { LibraryTables } from '../store/schema.ts'
import { revisionsHere } from './channels.repository.ts'
import { orderRevisions } from './order-revisions.ts'
import { type ArrivingRevision, recordMissing } from './record-arriving.ts'
import type { ManifestEntry } from './repository-format.ts'
import { settleItems } from './settle-items.ts'

type Db = Kysely<LibraryTables>

/** A verified revision that takes the place of a damaged or lost one, with the entry that offers it. */
export interface RepairedRevision extends ArrivingRevision {
  readonly entry: ManifestEntry
}

/**
 * Puts revisions back as they were signed, in one transaction, and tells the index. What counts stays as the person
 * decided; a revision that was lost altogether is recorded anew.
 */
export async function repairRevisions(db: Db, repaired: readonly RepairedRevision[], now: Date): Promise<void> {
  const names = repaired.map(({ reference }) => reference.sha256)
  await db.transaction().execute(async (trx) => {
    const here = await revisionsHere(trx, names, 'revision')
    for (const { reference, content } of repaired)
      if (here.has(reference.sha256)) await restore(trx, reference, content)
    const lost = repaired.filter(({ reference }) => !here.has(reference.sha256))
    if (lost.length > 0) await recordMissing(trx, lost, now.toISOString())
    const entries = [...new Map(lost.map(({ entry }) => [entry.id, entry])).values()]
    await orderRevisions(trx, entries, now, false)
    await settleItems(
      trx,
      entries.map(({ id }) => id),
      now,
    )
    await trx.deleteFrom('arriving_revision').where('sha256', 'in', listed(names)).execute()
    // A row may say what the damaged text said.
    for (const itemId of new Set(repaired.map(({ entry }) => entry.id))) {
      const item = await findItem(trx, itemId)
      if (item && (await findRevisions(trx, itemId)).length > 0) await arrangeItem(trx, item, now)
    }
  })
}

async function restore(trx: Db, { sha256 }: ArrivingRevision['reference'], content: string): Promise<void> {
  const fields = RevisionContent.parse(JSON.parse(content))
  await trx
    .updateTable('revision')
    .set({
      title: fields.title,
      document_number: fields.documentNumber ?? null,
      issued_on: fields.issuedOn ?? null,
      effective_from: fields.effectiveFrom ?? null,
      repealed_on: fields.repealedOn ?? null,
      expires_on: fields.expiresOn ?? null,
      content,
    })
    .where('sha256', '=', sha256)
    .execute()
}
