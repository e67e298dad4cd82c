import { bare, meaningsOf } from '../sheets/match-columns.ts'
import type { SheetRow } from '../sheets/spreadsheet.ts'
import type { LedgerConflict, MergedLedger } from './batch-view.ts'

/** A ledger that was given. */
export interface GivenLedger {
  /** Its file's name. */
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: AsyncIterable<SheetRow>
}

/** What a person decided: by key, by column, the value that holds. */
export type Resolved = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The merged rows, and what is told of them. */
export interface LedgerMerge {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly outcome: Omit<MergedLedger, 'file'>
}

const SOURCE = '来源'
const CONFLICT = '冲突'
/** A number that only says where a row stands in its own ledger. */
const ORDER = /^(序号|行号|编号顺序|次序|no|序)$/
const MOST_CONFLICTS = 1000

interface Line {
  readonly file: string
  readonly row: number
  cells: string[]
}

/**
 * Puts ledgers of one shape together: the same columns in whatever order. The same row twice is dropped; where two rows
 * of one key differ, both stay and the difference is shown, until a person has said which value holds. What one row
 * leaves empty and the other fills is no difference.
 * @param key columns that tell who or what a row is about; none: the resident id's, else the name's
 * @returns undefined columns and rows when no ledger could be used
 */
export async function mergeLedgers(
  ledgers: readonly GivenLedger[],
  key: readonly string[],
  resolved: Resolved = {},
): Promise<LedgerMerge> {
  const refused: { file: string; reason: string }[] = []
  const sources: { file: string; rows: number }[] = []
  const shape = ledgers[0]?.columns.filter((column) => column !== SOURCE && column !== CONFLICT) ?? []
  const ordered = shape.map((column) => ORDER.test(bare(column)))
  const keys = keyColumns(shape, key)
  const names = nameColumn(shape, keys)
  const groups = new Map<string, Line[]>()
  let keyless = 0
  let duplicates = 0

  for (const { file, columns, rows } of ledgers) {
    const places = placesOf(shape, columns)
    if (typeof places === 'string') {
      refused.push({ file, reason: places })
      continue
    }
    let count = 0
    for await (const row of rows) {
      const line: Line = { file, row: row.row, cells: places.map((at) => row.cells[at]?.trim() ?? '') }
      const of = keys.map((at) => normalised(line.cells[at] ?? '')).join(' ')
      const group = of.trim() === '' ? `\n${keyless++}` : of
      const known = groups.get(group) ?? []
      groups.set(group, known)
      count += 1
      const same = known.find((one) => agree(one.cells, line.cells, ordered))
      if (!same) known.push(line)
      else {
        duplicates += 1
        same.cells = same.cells.map((cell, at) => cell || (line.cells[at] ?? ''))
      }
    }
    sources.push({ file, rows: count })
  }

  const conflicts: LedgerConflict[] = []
  const merged: { line: Line; conflict: string }[] = []
  for (const [of, lines] of groups) {
    const settled = settle(lines, shape, resolved[of], ordered)
    const columns = differing(settled, shape, ordered)
    for (const at of columns) {
      conflicts.push({
        key: of,
        ...(names !== undefined && { name: settled[0]?.cells[names] }),
        column: shape[at] as string,
        values: settled.map(({ file, row, cells }) => ({ file, row, value: cells[at] ?? '' })),
      })
    }
    const conflict = columns.map((at) => shape[at]).join('、')
    for (const line of settled) merged.push({ line, conflict })
  }
  const hasConflicts = merged.some(({ conflict }) => conflict !== '')
  const columns = [...shape, SOURCE, ...(hasConflicts ? [CONFLICT] : [])]
  return {
    columns,
    rows: merged.map(({ line, conflict }, at) => [
      ...line.cells.map((cell, column) => (ordered[column] ? String(at + 1) : cell)),
      line.file.replace(/\.[^.]+$/, ''),
      ...(hasConflicts ? [conflict] : []),
    ]),
    outcome: {
      columns,
      rows: merged.length,
      sources,
      duplicates,
      conflicts: conflicts.slice(0, MOST_CONFLICTS),
      refused,
    },
  }
}

/** The places of the key's columns. */
function keyColumns(shape: readonly string[], key: readonly string[]): number[] {
  const named = key.flatMap((column) => {
    const at = shape.findIndex((one) => bare(one) === bare(column))
    return at < 0 ? [] : [at]
  })
  if (named.length > 0) return named
  for (const meaning of ['person.residentId', 'person.name', 'household.head'] as const) {
    const at = shape.findIndex((column) => meaningsOf(bare(column)).includes(meaning))
    if (at >= 0) return [at]
  }
  return shape.flatMap((column, at) => (ORDER.test(bare(column)) ? [] : [at]))
}

/** The column that names people, unless the key does. */
function nameColumn(shape: readonly string[], keys: readonly number[]): number | undefined {
  const at = shape.findIndex((column) =>
    meaningsOf(bare(column)).some((one) => /^(person.name|household.head)$/.test(one)),
  )
  return at < 0 || keys.includes(at) ? undefined : at
}

/** Where each column of the shape stands in a ledger, or why it is another. */
function placesOf(shape: readonly string[], columns: readonly string[]): number[] | string {
  const own = columns.map(bare)
  const places = shape.map((column) => own.indexOf(bare(column)))
  const missing = shape.filter((_, at) => (places[at] ?? -1) < 0)
  const more = columns.filter(
    (column) => column !== SOURCE && column !== CONFLICT && !shape.some((one) => bare(one) === bare(column)),
  )
  if (missing.length === 0 && more.length === 0) return places
  return [
    missing.length > 0 ? `缺少“${missing.slice(0, 5).join('”“')}”列` : '',
    more.length > 0 ? `多了“${more.slice(0, 5).join('”“')}”列` : '',
  ]
    .filter((part) => part !== '')
    .join('，')
    .concat('。')
}

const normalised = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

/** No column says two different things. */
const agree = (a: readonly string[], b: readonly string[], ordered: readonly boolean[]) =>
  a.every((cell, at) => {
    const other = b[at] ?? ''
    return ordered[at] || cell === '' || other === '' || normalised(cell) === normalised(other)
  })

function differing(lines: readonly Line[], shape: readonly string[], ordered: readonly boolean[]): number[] {
  return shape.flatMap((_, at) => {
    const values = new Set(lines.map(({ cells }) => normalised(cells[at] ?? '')).filter((cell) => cell !== ''))
    return !ordered[at] && values.size > 1 ? [at] : []
  })
}

/** Puts the values a person chose in their place; rows that then agree become one. */
function settle(
  lines: readonly Line[],
  shape: readonly string[],
  chosen: Readonly<Record<string, string>> | undefined,
  ordered: readonly boolean[],
): Line[] {
  if (!chosen) return [...lines]
  const settled: Line[] = []
  for (const line of lines) {
    const cells = line.cells.map((cell, at) => {
      const column = shape[at] as string
      return Object.hasOwn(chosen, column) ? (chosen[column] as string) : cell
    })
    const same = settled.find((one) => agree(one.cells, cells, ordered))
    if (same) same.cells = same.cells.map((cell, at) => cell || (cells[at] ?? ''))
    else settled.push({ ...line, cells })
  }
  return settled
}
