import type { CellValue, TemplateField } from '../template-schema.ts'
import { chineseDate } from './chinese-date.ts'
import { decimalText } from './decimal-text.ts'
import { FILTERS } from './filters.ts'

/** A value as it stands in the document; nothing for what was left open. */
export function printValue(
  value: CellValue | undefined,
  field: TemplateField | undefined,
  filters: readonly string[],
): string {
  if (value === undefined || value === null) return ''
  const printed = safeText(plainly(value, field))
  if (printed === '') return ''
  return filters.reduce((text, name, index) => {
    const filter = FILTERS.get(name)
    return filter ? safeText(filter(index === 0 ? value : text, text)) : text
  }, printed)
}

function plainly(value: CellValue, field: TemplateField | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return decimalText(value, isMoney(field) ? 2 : undefined)
  if (isMoney(field) && /^-?\d+(\.\d+)?$/.test(value.trim())) return decimalText(Number(value), 2)
  if (field?.type === 'string' && isDated(field.format)) return chineseDate(value.trim()) ?? value
  return value
}

const isMoney = (field: TemplateField | undefined) => field?.type === 'number' && field.format === 'money'
const isDated = (format: string | undefined) => format === 'date' || format === 'year-month' || format === 'time'

/** Text that XML can hold (XML 1.0 §2.2), with line breaks of one kind. */
export function safeText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
      .replace(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g, '')
  )
}
