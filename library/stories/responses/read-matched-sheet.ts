import type { Kysely } from 'kysely'
import type { LibraryTables } from '../../store/schema.ts'
import { findColumnMatch } from '../../templates/known/column-match.repository.ts'
import type { ColumnMatch } from '../../templates/known/known-view.ts'
import { type MatchTarget, matchColumns } from '../../templates/sheets/match-columns.ts'
import { readSheetFacts, readSheetRows } from '../../templates/sheets/sheet-folder.ts'
import { sheetNamed } from '../../templates/sheets/sheet-named.ts'

/** What a person says of a sheet that was received: which one, and what its columns are. */
export interface GivenMatch {
  readonly sheet?: string | undefined
  readonly match?: readonly ColumnMatch[] | undefined
}

/** A sheet with its columns matched. */
export interface MatchedSheet<Field extends string> {
  readonly file: string
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly columns: readonly ColumnMatch[]
  readonly headings: readonly string[]
  /** At which place of a row a field stands. */
  readonly places: ReadonlyMap<Field, number>
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly notes: readonly string[]
}

/** Columns whose name says that they are about a person are never matched by likeness alone. */
const PERSONAL = /姓名|名字|电话|手机|联系方式|身份证|证件|微信|QQ|邮箱|住址|地址|IP/i

/**
 * Reads a sheet of answers that was received; columns about persons are not read.
 * @param folder of the received sheet
 * @param given as the person says
 * @param remembered under which name the columns of such sheets are remembered
 * @throws {SheetRefusedError} no sheet of that name, or the upload is gone
 */
export async function readMatchedSheet<Field extends string>(
  db: Kysely<LibraryTables>,
  folder: string,
  given: GivenMatch,
  targets: readonly (MatchTarget & { readonly field: Field })[],
  remembered: string,
): Promise<MatchedSheet<Field>> {
  const facts = await readSheetFacts(folder)
  const sheet = sheetNamed(facts, given.sheet)
  const columns = given.match
    ? completed(sheet.columns, given.match, targets)
    : matched(sheet.columns, targets, await findColumnMatch(db, remembered, sheet.columns))
  const rows: { row: number; cells: readonly string[] }[] = []
  for await (const { row, cells } of readSheetRows(folder, sheet.at)) rows.push({ row, cells })
  const personal = sheet.columns.filter((column) => PERSONAL.test(column))
  return {
    file: facts.file,
    sheet: sheet.name,
    sheets: facts.sheets.map(({ name, rows: count }) => ({ name, rows: count })),
    columns,
    headings: sheet.columns,
    places: new Map(columns.flatMap(({ field }, at) => (field === undefined ? [] : [[field as Field, at] as const]))),
    rows,
    notes: personal.length > 0 ? [...sheet.notes, `“${personal.join('”“')}”是个人信息，没有读取。`] : [...sheet.notes],
  }
}

function matched(
  headings: readonly string[],
  targets: readonly MatchTarget[],
  remembered: Readonly<Record<string, string | null>>,
): ColumnMatch[] {
  const usable = headings.filter((heading) => !PERSONAL.test(heading))
  const found = new Map(matchColumns(usable, targets, remembered).map((match) => [match.column, match]))
  return headings.map((column) => found.get(column) ?? { column })
}

/** As the person says; a field that is none of ours, or a column that is not there, is left out. */
function completed(
  headings: readonly string[],
  given: readonly ColumnMatch[],
  targets: readonly MatchTarget[],
): ColumnMatch[] {
  const fields = new Set(targets.map(({ field }) => field))
  const used = new Set<string>()
  return headings.map((column) => {
    const match = given.find((one) => one.column === column)
    const field = match?.field
    if (field === undefined || !fields.has(field) || used.has(field) || PERSONAL.test(column)) return { column }
    used.add(field)
    return { column, field, by: match?.by ?? 'person' }
  })
}

/**
 * Gives each answer a key that it has also when the sheet comes again and longer: rows that say the same are told
 * apart by their order alone.
 */
export function rowKeys(keyOf: (facts: Readonly<Record<string, unknown>>) => string) {
  const seen = new Map<string, number>()
  return (facts: Readonly<Record<string, unknown>>): string => {
    const base = keyOf(facts)
    const nth = seen.get(base) ?? 0
    seen.set(base, nth + 1)
    return keyOf({ base, nth })
  }
}
