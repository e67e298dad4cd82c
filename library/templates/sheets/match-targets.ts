import { BOOK_MEANINGS } from '../known/book-entry.schema.ts'
import { MEANING_WORDS } from '../known/meaning-words.ts'
import type { TemplateSchema } from '../template-schema.ts'
import type { MatchTarget } from './match-columns.ts'

/** What the columns of a spreadsheet for the book may be. */
export const bookTargets = (): MatchTarget[] =>
  BOOK_MEANINGS.map((meaning) => ({ field: meaning, names: MEANING_WORDS[meaning].slice(0, 1), meaning }))

/**
 * What the columns of a spreadsheet for a template may be: its single fields, or the cells of one of its tables.
 * @param table a field of type array; undefined for the single fields
 */
export function templateTargets(schema: TemplateSchema, table?: string): MatchTarget[] {
  const field = table === undefined ? undefined : schema.properties[table]
  const cells = field?.type === 'array' ? field.items.properties : table === undefined ? schema.properties : {}
  return Object.entries(cells).flatMap(([name, one]) => {
    if (one.type === 'array') return []
    return {
      field: table === undefined ? name : `${table}/${name}`,
      names: one.title === undefined || one.title === name ? [name] : [name, one.title],
      meaning: one['x-meaning'],
      subject: one['x-subject'],
    }
  })
}
