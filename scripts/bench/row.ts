/** One line of the table of what the service does. */
export interface Row {
  readonly what: string
  readonly value: string
  readonly wanted: string
  /** Undefined where nothing is wanted, or where it could not be told. */
  readonly ok: boolean | undefined
  /** Some of what spoilt the figure, for those who look into it; not in the table. */
  readonly misses?: readonly string[]
}

export const row = (what: string, value: string, wanted = '', ok?: boolean): Row => ({ what, value, wanted, ok })

/** What a verdict looks like. */
export const mark = (ok: boolean | undefined): string => (ok === undefined ? '' : ok ? '✓' : '✗')
