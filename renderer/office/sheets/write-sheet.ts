import { saveFile } from '../../feedback/save-file.ts'

/** Makes a spreadsheet of plain text, first row as headings, and hands it to the person. */
export async function writeSheet(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
): Promise<void> {
  const { default: writeXlsx } = await import('write-excel-file/universal')
  const cell = (value: string) => ({ value, type: String, format: '@' })
  const data = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cell)),
  ]
  const columns = headings.map((heading, at) => ({
    width: Math.min(40, Math.max(...[heading, ...rows.map((row) => row[at] ?? '')].map(widthOf)) + 3),
  }))
  saveFile(await writeXlsx(data, { columns, stickyRowsCount: 1 }).toBlob(), name)
}

/** Chinese characters are as wide as two letters. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0)
