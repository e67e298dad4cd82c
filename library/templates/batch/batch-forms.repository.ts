import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { insertForm, type KeptForm, touchTemplateUse } from '../forms/forms.repository.ts'

/** The ids of a batch's forms, also of those deleted since. */
export async function findBatchForms(db: Kysely<LibraryTables>, batchId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('filled_form').select('id').where('batch_id', '=', batchId).execute()
  return new Set(rows.map(({ id }) => id))
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
