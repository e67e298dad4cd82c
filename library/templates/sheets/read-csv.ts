import { parse } from 'csv-parse/sync'
import { refuseSheet } from './sheet-refused-error.ts'
import type { RawSheet } from './spreadsheet.ts'

/** Encodings by the marks at a file's beginning. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** How much of a file tells what separates its columns. Characters. */
const LOOKED_AT = 20_000

/**
 * Reads comma- or tab-separated text in UTF-8, UTF-16 or GB18030.
 * @throws {SheetRefusedError} SHEET_BROKEN
 */
export function readCsv(bytes: Uint8Array, name: string): RawSheet {
  const { text, encoding } = decode(bytes)
  const delimiter = separatorOf(text.slice(0, LOOKED_AT))
  let records: string[][]
  try {
    records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    }) as string[][]
  } catch (cause) {
    throw refuseSheet('SHEET_BROKEN', '引号没有成对，或有一行特别长。', cause)
  }
  return {
    name,
    cells: records.map((record) => record.map((cell) => ({ type: 'text', text: unprotected(cell) }))),
    notes: encoding === 'gb18030' ? ['文字按 GB18030 编码读取。'] : [],
  }
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes), encoding: marked[0] }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
  }
}

/** Tab, comma or semicolon: whichever stands in the most lines as often as in the one before. */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const scores = ['\t', ',', ';', '，'].map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const steady = counts.filter((count, at) => count > 0 && (at === 0 || count === counts[at - 1])).length
    return { separator, score: steady }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator
}

/** Spreadsheet programs are told to keep a long number by ="…" or an apostrophe or a tab before it. */
function unprotected(cell: string): string {
  const text = cell.trim()
  return /^="(.*)"$/s.exec(text)?.[1] ?? text.replace(/^'(?=\d)/, '')
}
