import type {
  CellValue,
  FormData,
  FormRow,
  TemplateField,
  TemplateSchema,
} from '../../../library/templates/template-schema.ts'

/** The value at 姓名 or 家庭成员/0/姓名; undefined where nothing is filled. */
export function valueAt(data: FormData, path: string): CellValue | readonly FormRow[] | undefined {
  if (Object.hasOwn(data, path)) return data[path]
  const { name, row, cell } = partsOf(path)
  const rows = data[name]
  if (row === undefined || cell === undefined || !Array.isArray(rows)) return undefined
  return (rows as readonly FormRow[])[row]?.[cell]
}

/** The data with another value at a path; undefined takes it out. */
export function withValueAt(data: FormData, path: string, value: CellValue | readonly FormRow[] | undefined): FormData {
  const { name, row, cell } = partsOf(path)
  if (row === undefined || cell === undefined) return withKey(data, path, value)
  const rows = [...((Array.isArray(data[name]) ? data[name] : []) as readonly FormRow[])]
  while (rows.length <= row) rows.push({})
  rows[row] = withKey<CellValue>(rows[row] ?? {}, cell, value as CellValue | undefined)
  return withKey(data, name, rows)
}

/** The field of a schema that a path stands for. */
export function fieldAt(schema: TemplateSchema, path: string): TemplateField | undefined {
  if (Object.hasOwn(schema.properties, path)) return schema.properties[path]
  const parts = path.split('/')
  const table = schema.properties[parts[0] ?? '']
  return table?.type === 'array' ? table.items.properties[parts.at(-1) ?? ''] : undefined
}

/** The element of a field, for labels, descriptions and leading there. */
export function fieldId(path: string): string {
  return `field-${path.replace(/\s/g, '_')}`
}

/** A field's name in lists: 家庭成员 第1行 姓名. */
export function titleAt(schema: TemplateSchema, path: string, rowText: (n: number) => string): string {
  const { name, row, cell } = partsOf(path)
  const own = schema.properties[path]
  if (own) return own.title ?? path
  const table = schema.properties[name]?.title ?? name
  return [table, row === undefined ? '' : rowText(row + 1), fieldAt(schema, path)?.title ?? cell ?? '']
    .filter(Boolean)
    .join(' ')
}

function partsOf(path: string): { name: string; row?: number; cell?: string } {
  const found = /^(.+?)\/(\d+)\/(.+)$/.exec(path)
  return found ? { name: found[1] ?? '', row: Number(found[2]), cell: found[3] ?? '' } : { name: path }
}

function withKey<Value>(
  given: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
): Record<string, Value> {
  const next = { ...given }
  // A field may be called __proto__ as well as anything else.
  if (value === undefined) delete next[key]
  else Object.defineProperty(next, key, { value, enumerable: true, configurable: true, writable: true })
  return next
}
