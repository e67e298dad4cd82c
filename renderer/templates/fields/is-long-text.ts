import type { Cell } from './pasted-rows.ts'

/** Words that may be more than fit beside others: an address, a state of things; names and numbers are short. */
export function isLongText(field: Cell): boolean {
  if (field.type !== 'string' || field.format !== undefined || field.enum) return false
  const meaning = field['x-meaning']
  if (meaning !== undefined) return /ddress$|housing$|workplace$|health$/.test(meaning)
  return (field.maxLength ?? 100) > 40 && !/名$|名称$|号$/.test(field.title ?? '')
}
