import type { Meaning } from '../meanings.ts'
import { readTextDate } from '../sheets/text-date.ts'
import type { BookEntry } from './known-view.ts'
import { readResidentId } from './resident-id.ts'

type Values = BookEntry['values']

/** Values with what a resident id says of sex and birth date, or why they cannot stand together. */
export type Completed = { readonly values: Values } | { readonly reason: string }

/** Brings an entry's values into the form the book keeps: dates as `YYYY-MM-DD`, ids without spaces. */
export function completeEntry(kind: BookEntry['kind'], given: Values): Completed {
  const values: Partial<Record<Meaning, string>> = { ...given }
  const birthDate = given['person.birthDate']
  if (birthDate !== undefined) values['person.birthDate'] = readTextDate(birthDate) ?? birthDate
  const sex = given['person.sex']
  if (sex !== undefined) values['person.sex'] = sex.replace(/^(男|女)(性|士)?$/, '$1')
  const typed = given['person.residentId']
  if (typed !== undefined) {
    const read = readResidentId(typed)
    if (!read) return { reason: `身份证号“${typed}”不对：应为 18 位，最后一位是校验码。` }
    const clash = contradiction(values, read.facts)
    if (clash) return { reason: clash }
    values['person.residentId'] = read.id
    values['person.sex'] = read.facts.sex
    values['person.birthDate'] = read.facts.birthDate
  }
  if (entryName(kind, values) === '') return { reason: NAMELESS[kind] }
  return { values }
}

const NAMELESS: Readonly<Record<BookEntry['kind'], string>> = {
  person: '没有姓名。',
  household: '没有户主姓名，也没有户编号。',
  plot: '没有地块名称，也没有地块编码。',
}

function contradiction(
  values: Partial<Record<Meaning, string>>,
  facts: { readonly sex: string; readonly birthDate: string },
): string | undefined {
  const sex = values['person.sex']
  if (sex !== undefined && /^[男女]$/.test(sex) && sex !== facts.sex) {
    return `性别写的是“${sex}”，身份证号上是“${facts.sex}”，请核对。`
  }
  const day = values['person.birthDate']
  if (day !== undefined && /^\d{4}-\d\d/.test(day) && !facts.birthDate.startsWith(day)) {
    return `出生日期写的是“${day}”，身份证号上是“${facts.birthDate}”，请核对。`
  }
  return undefined
}

/** What an entry is called in lists; empty when it has no name. */
export function entryName(kind: BookEntry['kind'], values: Values): string {
  if (kind === 'person') return values['person.name'] ?? ''
  if (kind === 'plot') return values['plot.name'] ?? values['plot.number'] ?? ''
  const head = values['household.head']
  return head === undefined ? (values['household.number'] ?? '') : `${head}户`
}
