import type { FormData, FormRow } from '../../../library/templates/template-schema.ts'

/** The first field in which two states of a form differ, down to a table's cell; undefined when in none. */
export function changedPath(before: FormData, after: FormData): string | undefined {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]]
    if (was === is) continue
    if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length) return name
    const cell = changedCell(was as readonly FormRow[], is as readonly FormRow[])
    if (cell !== undefined) return `${name}/${cell}`
  }
  return undefined
}

function changedCell(was: readonly FormRow[], is: readonly FormRow[]): string | undefined {
  for (const [at, row] of was.entries()) {
    const other = is[at] ?? {}
    const cell = [...new Set([...Object.keys(row), ...Object.keys(other)])].find((key) => row[key] !== other[key])
    if (cell !== undefined) return `${at}/${cell}`
  }
  return undefined
}
