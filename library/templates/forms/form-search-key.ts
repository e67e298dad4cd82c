import { titleInitials } from '../../items/title-key.ts'
import { foldText } from '../../search/han-text.ts'
import type { CellValue, FormData } from '../template-schema.ts'

/** Longer values are descriptions, by which nobody looks for a form. */
const LONGEST_VALUE = 40
/** Characters of all values together. */
const LONGEST_KEY = 4000
/** What may be somebody's or some place's name, and is found by its initials too. */
const NAME = /^\p{Script=Han}{2,8}$/u

/** What a form is found by: its title, its template's, its short values, and the initials of titles and names. */
export function formSearchKey(form: {
  readonly title: string
  readonly templateTitle: string
  readonly data: FormData
}): string {
  const values = [...new Set(textValues(form.data))]
  const names = values.filter((value) => NAME.test(value))
  const initials = [form.title, form.templateTitle, ...names].map(titleInitials)
  const words = [form.title, form.templateTitle].map(foldQuery)
  return [...words, ...initials, ...values.map(foldQuery)].join('\n').slice(0, LONGEST_KEY)
}

/** Words as the key has them: spaces do not count. */
export const foldQuery = (words: string): string => foldText(words).replace(/\s/gu, '')

function textValues(data: FormData): string[] {
  const cells: CellValue[] = Object.values(data).flatMap((value) =>
    typeof value === 'object' ? value.flatMap((row) => Object.values(row)) : [value],
  )
  return cells.filter((cell): cell is string => typeof cell === 'string' && cell !== '' && cell.length <= LONGEST_VALUE)
}
