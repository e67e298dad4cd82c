import type { Finding } from '../finding.ts'

/** What `xinhuo template fill ID --data FILE.xlsx --json` prints, and a batch job gives. */
export interface BatchResult {
  readonly templateId: string
  readonly revision: string
  /** The folder the files were written into. */
  readonly directory: string
  readonly made: number
  /** File names, the first thousand. */
  readonly files: readonly string[]
  readonly failed: readonly BatchFailure[]
  /** Made although something `should` be looked at. */
  readonly warned: readonly { readonly row: number; readonly name: string; readonly findings: readonly Finding[] }[]
  /** The ledger of what was made (台账), a file name in `directory`. */
  readonly ledger: string
  readonly cancelled: boolean
  readonly seconds: number
}

/** A row that was not made. `row` is its number in the spreadsheet, from 1, headings included. */
export interface BatchFailure {
  readonly row: number
  readonly name: string
  readonly reasons: readonly string[]
}

/** Ledgers of one shape put together. */
export interface MergedLedger {
  /** Empty when it was only looked at. */
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly sources: readonly { readonly file: string; readonly rows: number }[]
  readonly duplicates: number
  readonly conflicts: readonly LedgerConflict[]
  /** Files of another shape, left out, and why. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
}

/** The same person or thing with different values in two ledgers. */
export interface LedgerConflict {
  readonly key: string
  /** Who it is, where the ledgers have a column of names besides the key. */
  readonly name?: string | undefined
  readonly column: string
  readonly values: readonly { readonly file: string; readonly row: number; readonly value: string }[]
}
