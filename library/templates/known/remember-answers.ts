import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import type { FormData, TemplateSchema } from '../template-schema.ts'
import { formSubjects } from './form-subjects.ts'
import { belongsToSubject, meantFields } from './known-fields.ts'
import { OFFICE, type RememberedValue, saveKnownValues } from './known-values.repository.ts'

/**
 * Keeps what a finished form says, by meaning and by whose it is, for the next one. The profile and the book are never
 * changed by it, and go before it wherever they know the same.
 * @param trx the writer's transaction
 * @param at ISO date-time
 */
export async function rememberAnswers(
  trx: Kysely<LibraryTables>,
  formId: string,
  schema: TemplateSchema,
  data: FormData,
  at: string,
): Promise<void> {
  const kept = { formId, usedAt: at }
  const office = meantFields(schema).flatMap(({ name, field, meaning }): Omit<RememberedValue, 'formTitle'>[] => {
    const value = data[name]
    // Each document has a date of its own.
    const isOwn = belongsToSubject(meaning) || meaning.startsWith('document.') || field['x-computed'] !== undefined
    return isOwn || value === undefined || value === '' || typeof value === 'object'
      ? []
      : [{ meaning, subject: OFFICE, value, ...kept }]
  })
  const subjects = formSubjects(schema, data).flatMap(({ key, values, members }) => [
    ...[...values].map(([meaning, value]) => ({ meaning, subject: key, value, ...kept })),
    ...(members.length > 0 ? [{ meaning: 'household.members' as const, subject: key, value: members, ...kept }] : []),
  ])
  const distinct = new Map([...office, ...subjects].map((one) => [`${one.subject}\n${one.meaning}`, one]))
  await saveKnownValues(trx, [...distinct.values()])
}
