import type { ValueSource } from '../known/known-view.ts'
import type { SheetRow } from '../sheets/spreadsheet.ts'
import type { BatchWork } from './batch-work.ts'
import { type CheckedRow, isMust } from './checked-row.ts'
import { addKnown, matchedColumns, readRowValues, rowName } from './fill-row.ts'

/** Each row as the data of a document, completed from what is known and checked by the template's rules. */
export async function* checkedRows(
  work: BatchWork,
  rows: AsyncIterable<SheetRow>,
  signal: AbortSignal,
): AsyncGenerator<CheckedRow> {
  const { library, template, parameters, sheet, office, profile, file } = work
  const { schema } = template
  const matched = matchedColumns(sheet.columns, parameters.match, schema.properties)
  const check = template.check()
  const day = { today: parameters.today }
  for await (const row of rows) {
    if (signal.aborted) return
    const read = readRowValues(row, matched)
    const known = await addKnown(library, schema, read.values, office, profile)
    const data = await check.complete(known.values, day)
    const findings = await check.findings(data, day)
    const fromSheet: ValueSource = { type: 'sheet', title: `${file} 第 ${row.row} 行` }
    yield {
      row: row.row,
      name: rowName(schema, read.values, row),
      data,
      sources: { ...Object.fromEntries(Object.keys(read.values).map((name) => [name, fromSheet])), ...known.sources },
      findings: findings.filter((finding) => !isMust(finding)),
      reasons: [...read.reasons, ...findings.filter(isMust).map(({ says }) => says)],
    }
  }
}
