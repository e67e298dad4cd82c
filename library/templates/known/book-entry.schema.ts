import { z } from 'zod'
import { MEANINGS, type Meaning, ownerOf } from '../meanings.ts'

/** Follows from the birth date, and is another one next year. */
const NOT_KEPT: readonly Meaning[] = ['person.age', 'household.members']

/** What the book keeps of a person, a household or a plot. */
export const BOOK_MEANINGS = MEANINGS.filter(
  (meaning) =>
    (ownerOf(meaning) === 'subject' || /^village\.(name|group)$/.test(meaning)) && !NOT_KEPT.includes(meaning),
)

const Text = z
  .string()
  .max(2000)
  .transform((text) => text.toWellFormed().trim())

const dropEmpty = <Values extends object>(values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Values

/** An entry as a person writes it. Empty values are left out. */
export const BookEntryBody = z.strictObject({
  kind: z.enum(['person', 'household', 'plot']),
  values: z.partialRecord(z.enum(BOOK_MEANINGS), Text).transform(dropEmpty),
  extra: z.record(z.string().max(200), Text).default({}).transform(dropEmpty),
  householdId: z.uuid().optional(),
})
export type BookEntryBody = z.infer<typeof BookEntryBody>
