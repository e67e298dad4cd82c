import { own } from '../document/field-lookup.ts'
import type { CellValue, FormData, FormRow, TemplateField, TemplateSchema } from '../template-schema.ts'

/**
 * Data as the fields mean it: what was left open is absent, numbers and dates that came as text are numbers and dates.
 * What cannot be understood stays as it is, for the check to speak of.
 */
export function settleData(schema: TemplateSchema, data: FormData): FormData {
  const settled: Record<string, CellValue | readonly FormRow[]> = {}
  for (const [name, value] of Object.entries(data)) {
    const field = own(schema.properties, name)
    if (Array.isArray(value)) {
      const cells = field?.type === 'array' ? field.items.properties : undefined
      const rows = (value as readonly FormRow[]).map((row) => settleRow(cells, row)).filter((row) => !isEmpty(row))
      if (rows.length > 0) settled[name] = rows
    } else {
      const cell = settleValue(field, value as CellValue)
      if (cell !== undefined) settled[name] = cell
    }
  }
  return settled
}

function settleRow(cells: Readonly<Record<string, TemplateField>> | undefined, row: FormRow): FormRow {
  const settled: Record<string, CellValue> = {}
  for (const [name, value] of Object.entries(row)) {
    const cell = settleValue(own(cells, name), value)
    if (cell !== undefined) settled[name] = cell
  }
  return settled
}

const isEmpty = (row: FormRow) => Object.values(row).every((value) => value === false)

export function settleValue(
  field: TemplateField | undefined,
  value: CellValue | null | undefined,
): CellValue | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined
    return field?.type === 'string' ? String(value) : value
  }
  if (typeof value === 'boolean') return value
  const text = value.trim()
  if (text === '') return undefined
  switch (field?.type) {
    case 'number':
    case 'integer':
      return numberIn(text) ?? value
    case 'boolean':
      return switchIn(text) ?? value
    case 'string':
      return field.format === undefined ? value : settleFormat(field.format, text)
    default:
      return value
  }
}

function numberIn(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s¥]/g, '')
    .replace(/元$/, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

function switchIn(text: string): boolean | undefined {
  if (/^(?:是|有|对|√|✓|true|yes|y|1)$/i.test(text)) return true
  return /^(?:否|无|不|没有|×|false|no|n|0)$/i.test(text) ? false : undefined
}

type TextFormat = NonNullable<Extract<TemplateField, { type: 'string' }>['format']>

function settleFormat(format: TextFormat, text: string): string {
  const plain = text.normalize('NFKC')
  switch (format) {
    case 'date':
      return isoDate(plain) ?? text
    case 'year-month': {
      const match = /^(\d{4})[-./年](\d{1,2})月?$/.exec(plain)
      return match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}` : text
    }
    case 'time': {
      const match = /^(\d{1,2})[:时点](\d{1,2})分?$/.exec(plain)
      return match ? `${(match[1] ?? '').padStart(2, '0')}:${(match[2] ?? '').padStart(2, '0')}` : text
    }
    case 'resident-id':
    case 'social-credit-code':
      return plain.replace(/\s/g, '').toUpperCase()
    case 'bank-card':
    case 'mobile-phone':
    case 'postcode':
      return plain.replace(/[\s-]/g, '')
    default:
      return plain
  }
}

function isoDate(text: string): string | undefined {
  const match =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[T ].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
