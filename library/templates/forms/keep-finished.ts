import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { rememberAnswers } from '../known/remember-answers.ts'
import type { TemplateSchema } from '../template-schema.ts'
import { type KeptForm, replaceForm, touchTemplateUse } from './forms.repository.ts'

/**
 * Keeps a form as finished, what it says for the next one, and that its template was used: all or nothing.
 * @returns false when the form is another by now than the caller read
 */
export async function keepFinished(
  db: Kysely<LibraryTables>,
  form: KeptForm,
  schema: TemplateSchema,
  readAt: string,
): Promise<boolean> {
  const at = form.finishedAt ?? form.updatedAt
  return db.transaction().execute(async (trx) => {
    if (!(await replaceForm(trx, form, readAt))) return false
    await rememberAnswers(trx, form.id, schema, form.data, at)
    await touchTemplateUse(trx, form.templateId, form.revision, at)
    return true
  })
}
