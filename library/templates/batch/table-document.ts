import type { Finding } from '../finding.ts'
import type { ValueSource } from '../known/known-view.ts'
import type { SheetRow } from '../sheets/spreadsheet.ts'
import type { CellValue, FormRow } from '../template-schema.ts'
import { batchErrors } from './batch-error.ts'
import type { BatchWork } from './batch-work.ts'
import { type CheckedRow, isMust } from './checked-row.ts'
import { addKnown, matchedColumns, readRowValues } from './fill-row.ts'

/**
 * All rows as one table of one document. A row that must not stand is left out and listed; what else is wrong with the
 * document keeps it from being made.
 * @param failed takes the rows that are left out
 * @throws {BatchError} BATCH_TABLE_UNKNOWN
 */
export async function* tableDocument(
  work: BatchWork,
  table: string,
  rows: AsyncIterable<SheetRow>,
  failed: CheckedRow[],
): AsyncGenerator<CheckedRow> {
  const { library, template, parameters, sheet, office, profile, around, file } = work
  const { schema } = template
  const field = schema.properties[table]
  if (field?.type !== 'array') throw batchErrors.noTable(table)
  const matched = matchedColumns(sheet.columns, parameters.match, field.items.properties, `${table}/`)
  const day = { today: parameters.today }
  const check = template.check()
  const fail = (row: SheetRow, reasons: readonly string[]) => {
    const name = row.cells.find((cell) => /\D/.test(cell)) ?? ''
    failed.push({ row: row.row, name, data: {}, sources: {}, findings: [], reasons })
  }

  let good: { readonly row: SheetRow; readonly values: FormRow }[] = []
  for await (const row of rows) {
    const { values, reasons } = readRowValues(row, matched)
    if (reasons.length > 0) fail(row, reasons)
    else good.push({ row, values })
  }
  const single = Object.fromEntries(
    Object.entries(around).filter((entry): entry is [string, CellValue] => typeof entry[1] !== 'object'),
  )
  const known = await addKnown(library, schema, single, office, profile)
  const checkAll = async () => {
    const data = await check.complete({ ...around, ...known.values, [table]: good.map(({ values }) => values) }, day)
    return { data, findings: await check.findings(data, day) }
  }
  let { data, findings } = await checkAll()
  const byRow = Map.groupBy(findings.filter(isMust), (finding) => rowOf(finding, table))
  const bad = new Set([...byRow.keys()].filter((at) => at !== undefined))
  if (bad.size > 0) {
    for (const at of bad) {
      const one = good[at]
      if (one) fail(one.row, byRow.get(at)?.map(({ says }) => says) ?? [])
    }
    good = good.filter((_, at) => !bad.has(at))
    ;({ data, findings } = await checkAll())
  }
  const fromSheet: ValueSource = { type: 'sheet', title: file }
  yield {
    row: 0,
    name: template.title,
    data,
    sources: { ...known.sources, [table]: fromSheet },
    findings: findings.filter((finding) => !isMust(finding)),
    reasons: good.length === 0 ? ['没有一行可以填进表格。'] : findings.filter(isMust).map(({ says }) => says),
  }
}

/** The row of a table that a finding is about: 家庭成员/2/姓名 → 2. */
function rowOf({ place }: Finding, table: string): number | undefined {
  if (place.type !== 'field' || !place.path.startsWith(`${table}/`)) return undefined
  const at = Number(place.path.slice(table.length + 1).split('/')[0])
  return Number.isInteger(at) ? at : undefined
}
