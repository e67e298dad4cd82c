import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { refuseSheet } from './sheet-refused-error.ts'
import type { SheetRow, SheetTable } from './spreadsheet.ts'

/** A spreadsheet that was read, beside its rows: what is asked for again and again. */
const SheetFacts = z.object({
  file: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      sample: z.array(z.array(z.string())),
      notes: z.array(z.string()),
    }),
  ),
})
export type SheetFacts = z.infer<typeof SheetFacts>

const FACTS = 'sheets.json'
const SAMPLE_ROWS = 8
/** Rows written at once. */
const SLICE = 500

const rowsFile = (folder: string, sheet: number) => path.join(folder, `sheet-${sheet}.rows`)

/** Writes what was read into a folder: the facts in one file, the rows of each sheet in another, one a line. */
export async function writeSheetFolder(folder: string, file: string, sheets: readonly SheetTable[]): Promise<void> {
  for (const [at, sheet] of sheets.entries()) {
    const handle = await open(rowsFile(folder, at), 'w', 0o600)
    try {
      for (let from = 0; from < sheet.rows.length; from += SLICE) {
        const lines = sheet.rows.slice(from, from + SLICE).map((row) => `${JSON.stringify(row)}\n`)
        await handle.writeFile(lines.join(''))
      }
    } finally {
      await handle.close()
    }
  }
  const facts: SheetFacts = {
    file,
    sheets: sheets.map(({ name, columns, rows, notes }) => ({
      name,
      columns: [...columns],
      rows: rows.length,
      sample: rows.slice(0, SAMPLE_ROWS).map((row) => [...row.cells]),
      notes: [...notes],
    })),
  }
  const handle = await open(path.join(folder, FACTS), 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(facts))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** @throws {SheetRefusedError} SHEET_NOT_FOUND when it has been cleared away */
export async function readSheetFacts(folder: string): Promise<SheetFacts> {
  const text = await readFile(path.join(folder, FACTS), 'utf8').catch((cause: unknown) => {
    throw refuseSheet('SHEET_NOT_FOUND', undefined, cause)
  })
  return SheetFacts.parse(JSON.parse(text))
}

/** A sheet's rows, one after another, so that never all are in memory. */
export async function* readSheetRows(folder: string, sheet: number): AsyncGenerator<SheetRow> {
  const lines = createInterface({
    input: createReadStream(rowsFile(folder, sheet), 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  // Written by writeSheetFolder alone.
  for await (const line of lines) yield JSON.parse(line) as SheetRow
}
