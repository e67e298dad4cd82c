import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { hasChanged, openValidityNow } from './basis-record.ts'
import type { FormLine, FormSummary, FormView } from './form-view.ts'
import type { KeptForm, ListedForm } from './forms.repository.ts'

type Db = Kysely<LibraryTables>

/** Forms for a list. */
export async function viewSummaries(db: Db, forms: readonly ListedForm[], today: string): Promise<FormLine[]> {
  const current = await currentRevisions(db, [...new Set(forms.map((form) => form.templateId))])
  const validityNow = openValidityNow(db, today)
  return Promise.all(
    forms.map(async (form) => ({
      ...toSummary(form, current, (await validityNow(form.basis)).some(hasChanged)),
      together: form.together,
    })),
  )
}

/** A form with its data, and its clauses as they stand now. */
export async function viewForm(db: Db, form: KeptForm, today: string): Promise<FormView> {
  const basis = await openValidityNow(db, today)(form.basis)
  return {
    ...toSummary(form, await currentRevisions(db, [form.templateId]), basis.some(hasChanged)),
    revision: form.revision,
    data: form.data,
    sources: form.sources,
    basis,
    libraryVersion: form.libraryVersion,
    docxSha256: form.docxSha256,
    letStand: form.letStand,
    renewedFrom: form.renewedFrom,
  }
}

const toSummary = (form: KeptForm, current: ReadonlyMap<string, string>, basisChanged: boolean): FormSummary => ({
  id: form.id,
  templateId: form.templateId,
  templateTitle: form.templateTitle,
  title: form.title,
  state: form.state,
  code: form.code,
  batchId: form.batchId,
  createdAt: form.createdAt,
  updatedAt: form.updatedAt,
  finishedAt: form.finishedAt,
  templateChanged: (current.get(form.templateId) ?? form.revision) !== form.revision,
  basisChanged,
})

async function currentRevisions(db: Db, templateIds: readonly string[]): Promise<Map<string, string>> {
  if (templateIds.length === 0) return new Map()
  const rows = await db.selectFrom('item').where('id', 'in', templateIds).select(['id', 'current_revision']).execute()
  return new Map(rows.map((row) => [row.id, row.current_revision]))
}
