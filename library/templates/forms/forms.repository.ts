import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { FilledFormTable, LibraryTables } from '../../store/schema.ts'
import type { Finding } from '../finding.ts'
import type { ValueSource } from '../known/known-view.ts'
import type { FormData } from '../template-schema.ts'
import { foldQuery, formSearchKey } from './form-search-key.ts'
import type { BasisRecord, RenewedFrom } from './form-view.ts'
import { readShortCode } from './short-code.ts'

type Db = Kysely<LibraryTables>

/** A discarded form can be brought back for so long. Milliseconds. */
const BROUGHT_BACK = 30 * 24 * 3600 * 1000
/** Forms read at a time. */
const READ_TOGETHER = 500

/** A form as it is kept. */
export interface KeptForm {
  readonly id: string
  readonly code?: string | undefined
  readonly templateId: string
  readonly revision: string
  readonly templateTitle: string
  readonly title: string
  readonly state: 'draft' | 'finished'
  readonly data: FormData
  readonly sources: Readonly<Record<string, ValueSource>>
  readonly basis: readonly BasisRecord[]
  readonly letStand: readonly Finding[]
  readonly batchId?: string | undefined
  readonly docxSha256?: string | undefined
  readonly libraryVersion?: string | undefined
  readonly createdAt: string
  readonly updatedAt: string
  readonly finishedAt?: string | undefined
  readonly renewedFrom?: RenewedFrom | undefined
}

/** Keeps a new form: a draft, or one that a batch has finished. */
export async function insertForm(db: Db, form: KeptForm): Promise<void> {
  await db
    .insertInto('filled_form')
    .values({ ...toRow(form), discarded_at: null })
    .execute()
}

export async function findForm(db: Db, id: string): Promise<KeptForm | undefined> {
  const row = await db
    .selectFrom('filled_form')
    .where('id', '=', id)
    .where('discarded_at', 'is', null)
    .selectAll()
    .executeTakeFirst()
  return row && toForm(row)
}

/** @param code as printed */
export async function findFormIdByCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('filled_form')
    .where('code', '=', code)
    .where('discarded_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/**
 * Changes a form as it was when the caller read it.
 * @returns false when it is another by now, or gone: nothing is changed then
 */
export async function replaceForm(db: Db, form: KeptForm, readAt: string): Promise<boolean> {
  const { id, ...columns } = toRow(form)
  const { numUpdatedRows } = await db
    .updateTable('filled_form')
    .set(columns)
    .where('id', '=', id)
    .where('updated_at', '=', readAt)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface FormFilter {
  readonly state?: 'draft' | 'finished' | 'discarded' | undefined
  /** Words, initials or a code, as typed. */
  readonly words?: string | undefined
  readonly templateId?: string | undefined
  readonly batchId?: string | undefined
  /** Those of one batch stand in one line, by the one changed last. */
  readonly foldBatches?: boolean | undefined
  /** Of lines. */
  readonly limit: number
  readonly offset: number
}

/** A form in a list, and how many stand in its line. */
export interface ListedForm extends KeptForm {
  readonly together: number
}

/** Forms, those changed last first: how many there are, in how many lines, and the lines asked for. */
export async function listForms(
  db: Db,
  filter: FormFilter,
): Promise<{ total: number; lines: number; forms: ListedForm[] }> {
  const { state, templateId, batchId } = filter
  let query = db.selectFrom('filled_form').where('discarded_at', state === 'discarded' ? 'is not' : 'is', null)
  if (state === 'draft' || state === 'finished') query = query.where('state', '=', state)
  if (templateId !== undefined) query = query.where('template_id', '=', templateId)
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId)
  const code = filter.words === undefined ? undefined : readShortCode(filter.words)
  const words = filter.words?.trim().split(/\s+/u).map(foldQuery).filter(Boolean) ?? []
  if (words.length > 0) {
    query = query.where((where) => where.or([allWords(where, words), ...(code ? [where('code', '=', code)] : [])]))
  }
  // Which forms they are is told by an index; what they hold is read of those on the page alone.
  const found = await query.select(['id', 'updated_at as at', 'batch_id as batch']).execute()
  const lines = linesOf(found, filter.foldBatches === true)
  const page = lines.slice(filter.offset, filter.offset + filter.limit)
  const forms = await findForms(
    db,
    page.map(({ id }) => id),
  )
  return {
    total: found.length,
    lines: lines.length,
    forms: page.flatMap(({ id, together }) => {
      const form = forms.get(id)
      return form ? [{ ...form, together }] : []
    }),
  }
}

interface FoundForm {
  readonly id: string
  readonly at: string
  readonly batch: string | null
}

/** Those changed last first. */
function linesOf(found: readonly FoundForm[], foldBatches: boolean): (FoundForm & { readonly together: number })[] {
  const groups = Map.groupBy(found, ({ id, batch }) => (foldBatches && batch) || id)
  const lines = [...groups.values()].flatMap((forms) => {
    const [first] = forms.toSorted(lastFirst)
    return first ? [{ ...first, together: forms.length }] : []
  })
  return lines.sort(lastFirst)
}

const lastFirst = (a: FoundForm, b: FoundForm): number =>
  a.at === b.at ? Number(a.id > b.id) - Number(a.id < b.id) : a.at < b.at ? 1 : -1

async function findForms(db: Db, ids: readonly string[]): Promise<Map<string, KeptForm>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('filled_form').where('id', 'in', ids).selectAll().execute()
  return new Map(rows.map((row) => [row.id, toForm(row)]))
}

const allWords = (where: ExpressionBuilder<LibraryTables, 'filled_form'>, words: readonly string[]) =>
  where.and(words.map((word) => where(sql<number>`instr(search_key, ${word})`, '>', 0)))

/** All forms that were not discarded, in the order they were begun. */
export async function* allForms(db: Db): AsyncGenerator<KeptForm> {
  for (let offset = 0; ; offset += READ_TOGETHER) {
    const rows = await db
      .selectFrom('filled_form')
      .where('discarded_at', 'is', null)
      .selectAll()
      .orderBy('created_at')
      .orderBy('id')
      .limit(READ_TOGETHER)
      .offset(offset)
      .execute()
    yield* rows.map(toForm)
    if (rows.length < READ_TOGETHER) return
  }
}

/** The revisions of templates that forms were filled with, and how many forms each. */
export async function revisionsUsed(
  db: Db,
): Promise<{ revision: string; templateTitle: string; forms: number; content: string | null }[]> {
  return db
    .selectFrom('filled_form')
    .leftJoin('revision', 'revision.sha256', 'filled_form.revision')
    .where('discarded_at', 'is', null)
    .select((select) => [
      'filled_form.revision',
      'template_title as templateTitle',
      'revision.content',
      select.fn.countAll<number>().as('forms'),
    ])
    .groupBy('filled_form.revision')
    .orderBy('filled_form.revision')
    .execute()
}

/** @param at null brings it back */
export async function discardForm(db: Db, id: string, at: string | null): Promise<void> {
  await db.updateTable('filled_form').set({ discarded_at: at }).where('id', '=', id).execute()
}

/** Deletes for good what was discarded long ago, with what was learnt from it of people. Returns how many forms. */
export async function purgeDiscardedForms(db: Db, now: string): Promise<number> {
  const before = new Date(new Date(now).getTime() - BROUGHT_BACK).toISOString()
  return db.transaction().execute(async (trx) => {
    const old = trx.selectFrom('filled_form').where('discarded_at', '<', before).select('id')
    await trx.deleteFrom('known_value').where('form_id', 'in', old).where('subject', '!=', 'office').execute()
    const { numDeletedRows } = await trx.deleteFrom('filled_form').where('discarded_at', '<', before).executeTakeFirst()
    return Number(numDeletedRows)
  })
}

/** Notes that a template was filled now, and in which revision. */
export async function touchTemplateUse(db: Db, templateId: string, revision: string, at: string): Promise<void> {
  await db
    .insertInto('template_use')
    .values({ template_id: templateId, revision, used_at: at })
    .onConflict((conflict) => conflict.column('template_id').doUpdateSet({ revision, used_at: at }))
    .execute()
}

const toRow = (form: KeptForm): Omit<FilledFormTable, 'discarded_at'> => ({
  id: form.id,
  code: form.code ?? null,
  template_id: form.templateId,
  revision: form.revision,
  template_title: form.templateTitle,
  title: form.title,
  state: form.state,
  data: JSON.stringify(form.data),
  sources: JSON.stringify(form.sources),
  basis: JSON.stringify(form.basis),
  let_stand: JSON.stringify(form.letStand),
  batch_id: form.batchId ?? null,
  docx_sha256: form.docxSha256 ?? null,
  library_version: form.libraryVersion ?? null,
  created_at: form.createdAt,
  updated_at: form.updatedAt,
  finished_at: form.finishedAt ?? null,
  search_key: formSearchKey(form),
  renewed_from: form.renewedFrom ? JSON.stringify(form.renewedFrom) : null,
})

/** The columns hold what this file wrote. */
const toForm = (row: FilledFormTable): KeptForm => ({
  id: row.id,
  code: row.code ?? undefined,
  templateId: row.template_id,
  revision: row.revision,
  templateTitle: row.template_title,
  title: row.title,
  state: row.state === 'finished' ? 'finished' : 'draft',
  data: JSON.parse(row.data) as FormData,
  sources: JSON.parse(row.sources) as KeptForm['sources'],
  basis: JSON.parse(row.basis) as BasisRecord[],
  letStand: JSON.parse(row.let_stand) as Finding[],
  batchId: row.batch_id ?? undefined,
  docxSha256: row.docx_sha256 ?? undefined,
  libraryVersion: row.library_version ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  finishedAt: row.finished_at ?? undefined,
  renewedFrom: row.renewed_from === null ? undefined : (JSON.parse(row.renewed_from) as RenewedFrom),
})
