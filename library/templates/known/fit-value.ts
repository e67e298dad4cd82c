import { cellValue } from '../sheets/cell-value.ts'
import type { CellValue } from '../template-schema.ts'
import type { SingleField } from './known-fields.ts'

/** A known value as a field takes it; undefined where it does not fit, so that nothing wrong is filled in by itself. */
export function fitValue(field: SingleField, value: CellValue): CellValue | undefined {
  const fitted = typeof value === 'string' ? cellValue(field, value) : value
  switch (field.type) {
    case 'boolean':
      return typeof fitted === 'boolean' ? fitted : undefined
    case 'number':
    case 'integer':
      return typeof fitted === 'number' ? fitted : undefined
    case 'string': {
      const text = typeof fitted === 'boolean' ? undefined : fitted === undefined ? undefined : String(fitted)
      if (text === undefined || text === '') return undefined
      if (field.enum && !field.enum.includes(text)) return undefined
      if (field.format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
      return text
    }
  }
}
