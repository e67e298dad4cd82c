/** A row of a table. */
export interface SheetRow {
  /** Its number in the spreadsheet, from 1, as the spreadsheet program shows it. */
  readonly row: number
  /** By column, as text; empty where there is nothing. */
  readonly cells: readonly string[]
  /** Columns whose long number the spreadsheet program has already rounded (1.1E+17). */
  readonly rounded?: readonly number[] | undefined
}

/** One sheet, with what stands in its heading told apart from its rows. */
export interface SheetTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** What was noticed, in sentences for people. */
  readonly notes: readonly string[]
}

/** A cell as the file has it, before it becomes text. */
export type RawCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'date'; readonly date: Date }
  | null

/** The cells of a sheet from its first row, before headings are found. */
export interface RawSheet {
  readonly name: string
  readonly cells: readonly (readonly RawCell[])[]
  readonly notes: readonly string[]
}
