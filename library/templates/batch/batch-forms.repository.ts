import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { Finding } from '../finding.ts'
import { insertForm, type KeptForm, touchTemplateUse } from '../forms/forms.repository.ts'

/** A batch's forms by id, also those deleted since, with what was found in each. */
export async function findBatchForms(
  db: Kysely<LibraryTables>,
  batchId: string,
): Promise<Map<string, readonly Finding[]>> {
  const rows = await db.selectFrom('filled_form').select(['id', 'let_stand']).where('batch_id', '=', batchId).execute()
  return new Map(rows.map(({ id, let_stand }) => [id, JSON.parse(let_stand) as Finding[]]))
}

/** Keeps the finished forms of a slice, and that their template was used, in one transaction. */
export async function recordBatchForms(db: Kysely<LibraryTables>, forms: readonly KeptForm[]): Promise<void> {
  const last = forms.at(-1)
  if (!last) return
  await db.transaction().execute(async (trx) => {
    for (const form of forms) await insertForm(trx, form)
    await touchTemplateUse(trx, last.templateId, last.revision, last.updatedAt)
  })
}
