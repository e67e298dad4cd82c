import type { ColumnMatch } from '../../../library/templates/known/known-view.ts'

/** Matches with one column given another target by the person; a target is used once, so another column loses it. */
export function rematched(
  matches: readonly ColumnMatch[],
  column: string,
  field: string | undefined,
): readonly ColumnMatch[] {
  return matches.map((match) => {
    if (match.column === column) return field === undefined ? { column, by: 'person' } : { column, field, by: 'person' }
    return field !== undefined && match.field === field ? { column: match.column } : match
  })
}

/** The targets that no column gives. */
export function withoutColumn(matches: readonly ColumnMatch[], fields: readonly string[]): string[] {
  const given = new Set(matches.map(({ field }) => field))
  return fields.filter((field) => !given.has(field))
}

/** One of the first rows by the targets of its columns; empty cells are left out. */
export function rowByField(
  columns: readonly string[],
  cells: readonly string[],
  matches: readonly ColumnMatch[],
): Record<string, string> {
  const fields = new Map(matches.map(({ column, field }) => [column, field]))
  const row: Record<string, string> = {}
  columns.forEach((column, at) => {
    const field = fields.get(column)
    const cell = cells[at]?.trim() ?? ''
    if (field !== undefined && cell !== '') row[field] = cell
  })
  return row
}
