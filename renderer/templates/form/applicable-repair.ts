import type { Finding } from '../../../library/templates/finding.ts'
import type { CellValue, FormData, FormRow } from '../../../library/templates/template-schema.ts'

export interface FieldChange {
  readonly path: string
  readonly value: CellValue
}

/**
 * What a finding's repair changes in the form: the field it is about, or for words in the document the fields whose
 * value holds them. Undefined when the words are the template's own: those only its maker can change.
 */
export function applicableRepair(finding: Finding, data: FormData): FieldChange[] | undefined {
  const { place, repair } = finding
  const replacement = repair?.replacement
  if (replacement === undefined || place.type === 'whole') return undefined
  if (place.type === 'field') return [{ path: place.path, value: replacement }]
  const { quote } = place
  if (quote === '') return undefined
  const changes = textsOf(data)
    .filter(({ value }) => value.includes(quote))
    .map(({ path, value }) => ({ path, value: value.replaceAll(quote, replacement) }))
  return changes.length > 0 ? changes : undefined
}

function textsOf(data: FormData): { path: string; value: string }[] {
  return Object.entries(data).flatMap(([name, value]) => {
    if (typeof value === 'string') return [{ path: name, value }]
    if (!Array.isArray(value)) return []
    return (value as readonly FormRow[]).flatMap((row, at) =>
      Object.entries(row).flatMap(([cell, text]) =>
        typeof text === 'string' ? [{ path: `${name}/${at}/${cell}`, value: text }] : [],
      ),
    )
  })
}
