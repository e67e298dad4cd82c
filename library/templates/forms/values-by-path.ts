import type { CellValue, FormData, FormRow } from '../template-schema.ts'

/** Each value of a form by its path: 姓名, 家庭成员/0/姓名. */
export function* cellsOf(data: FormData): Generator<readonly [path: string, value: CellValue]> {
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'object') yield [name, value]
    else
      for (const [index, row] of value.entries())
        for (const [cell, held] of Object.entries(row)) yield [`${name}/${index}/${cell}`, held]
  }
}

/** A form's data without the values that are not to be kept; rows stay, though empty. */
export function keepCells(data: FormData, keeps: (path: string, value: CellValue) => boolean): FormData {
  const keptRow = (prefix: string, row: FormRow): FormRow =>
    Object.fromEntries(Object.entries(row).filter(([name, value]) => keeps(prefix + name, value)))
  const kept: [string, FormData[string]][] = []
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'object') kept.push([name, value.map((row, index) => keptRow(`${name}/${index}/`, row))])
    else if (keeps(name, value)) kept.push([name, value])
  }
  return Object.fromEntries(kept)
}

/** A form's data with a value at a path. */
export function withCell(data: FormData, path: string, value: CellValue): FormData {
  const [name = '', index, cell] = path.split('/')
  if (index === undefined || cell === undefined) return { ...data, [name]: value }
  const table = data[name]
  const rows: FormRow[] = typeof table === 'object' ? [...table] : []
  const at = Number(index)
  if (!Number.isInteger(at) || at < 0 || at > rows.length) return data
  rows[at] = { ...rows[at], [cell]: value }
  return { ...data, [name]: rows }
}
