import type { Kysely } from 'kysely'
import type { KnownValueTable, LibraryTables } from '../../store/schema.ts'
import type { Meaning } from '../meanings.ts'
import type { CellValue } from '../template-schema.ts'

type Db = Kysely<LibraryTables>

/** What the office's own values are remembered under. */
export const OFFICE = 'office'

/** A value that an earlier form gave of a subject. */
export interface RememberedValue {
  readonly meaning: Meaning
  readonly subject: string
  readonly value: CellValue | readonly Readonly<Partial<Record<Meaning, CellValue>>>[]
  readonly formId: string
  readonly usedAt: string
  /** The template's title of that form, while it is kept. */
  readonly formTitle?: string | undefined
}

/** Rows of one statement. */
const SLICE = 100

/** The newest value of a subject and meaning counts. */
export async function saveKnownValues(trx: Db, values: readonly Omit<RememberedValue, 'formTitle'>[]): Promise<void> {
  for (let from = 0; from < values.length; from += SLICE) {
    await trx
      .insertInto('known_value')
      .values(
        values.slice(from, from + SLICE).map(
          ({ meaning, subject, value, formId, usedAt }): KnownValueTable => ({
            meaning,
            subject,
            value: JSON.stringify(value),
            form_id: formId,
            used_at: usedAt,
          }),
        ),
      )
      .onConflict((conflict) =>
        conflict.columns(['subject', 'meaning']).doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          form_id: eb.ref('excluded.form_id'),
          used_at: eb.ref('excluded.used_at'),
        })),
      )
      .execute()
  }
}

const selectKnown = (db: Db) =>
  db
    .selectFrom('known_value')
    .leftJoin('filled_form', 'filled_form.id', 'known_value.form_id')
    .select(['meaning', 'subject', 'value', 'form_id', 'used_at', 'template_title', 'discarded_at'])

export async function findOfSubject(db: Db, subject: string): Promise<RememberedValue[]> {
  const rows = await selectKnown(db).where('subject', '=', subject).orderBy('meaning').execute()
  return rows.map(toRemembered)
}

/** Values of some meanings, newest first. */
export async function findOfMeanings(db: Db, meanings: readonly Meaning[], limit: number): Promise<RememberedValue[]> {
  const rows = await selectKnown(db)
    .where('meaning', 'in', meanings)
    .orderBy('used_at', 'desc')
    .orderBy('subject')
    .limit(limit)
    .execute()
  return rows.map(toRemembered)
}

/** Forgets what forms said of a subject, or of a meaning with one value. Returns how many values. */
export async function forgetKnown(
  db: Db,
  what: { readonly subject: string } | { readonly meaning: string; readonly value: string },
): Promise<number> {
  const forgetting = db.deleteFrom('known_value')
  const { numDeletedRows } = await ('subject' in what
    ? forgetting.where('subject', '=', what.subject)
    : forgetting.where('meaning', '=', what.meaning).where('value', 'in', [JSON.stringify(what.value), what.value])
  ).executeTakeFirst()
  return Number(numDeletedRows)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectKnown>['execute']>>[number]

/** Written by {@link saveKnownValues} alone. */
const toRemembered = (row: Row): RememberedValue => ({
  meaning: row.meaning as Meaning,
  subject: row.subject,
  value: JSON.parse(row.value) as RememberedValue['value'],
  formId: row.form_id,
  usedAt: row.used_at,
  formTitle: row.template_title ?? undefined,
})
