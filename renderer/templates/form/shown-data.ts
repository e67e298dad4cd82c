import type { CellValue, FormData, FormRow } from '../../../library/templates/template-schema.ts'

/** What the form shows: what the person filled, and where they left a field, what the form itself gives. */
export function shownData(own: FormData, completed: FormData | undefined): FormData {
  if (!completed) return own
  const shown: Record<string, CellValue | readonly FormRow[]> = { ...completed, ...own }
  for (const [name, value] of Object.entries(own)) {
    const given = completed[name]
    if (!Array.isArray(value) || !Array.isArray(given)) continue
    const places = filledRows(value as readonly FormRow[])
    if (places.length !== given.length) continue
    shown[name] = (value as readonly FormRow[]).map((row, at) => ({
      ...(given as readonly FormRow[])[places.indexOf(at)],
      ...row,
    }))
  }
  return shown
}

/** The service passes over rows without values, so its row numbers can be lower: the path as it is in the form. */
export function pathInForm(own: FormData, path: string): string {
  const found = /^(.+)\/(\d+)\/([^/]+)$/.exec(path)
  const rows = own[found?.[1] ?? '']
  if (!found || !Array.isArray(rows)) return path
  const row = filledRows(rows as readonly FormRow[])[Number(found[2])]
  return row === undefined ? path : `${found[1]}/${row}/${found[3]}`
}

/** The places of the rows that hold anything. */
function filledRows(rows: readonly FormRow[]): number[] {
  return rows.flatMap((row, at) =>
    Object.values(row).some((value) => value !== false && String(value).trim() !== '') ? [at] : [],
  )
}
