import type { Finding } from '../finding.ts'
import type { ValueSource } from '../known/known-view.ts'
import type { FormData } from '../template-schema.ts'

/** A document that could be made: its data complete and checked. */
export interface CheckedRow {
  /** The row's number in the spreadsheet; 0 for a document made of all rows. */
  readonly row: number
  readonly name: string
  readonly data: FormData
  readonly sources: Readonly<Record<string, ValueSource>>
  /** What should be looked at, and does not keep it from being made. */
  readonly findings: readonly Finding[]
  /** Why it must not be made; empty when it may. */
  readonly reasons: readonly string[]
}

export const isMust = ({ severity }: Finding) => severity === 'must'
