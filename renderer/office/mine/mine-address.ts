/** What `/templates/mine` shows. */
export interface MineAddress {
  readonly q?: string | undefined
  /** `draft` or `finished`. */
  readonly state?: string | undefined
  readonly template?: string | undefined
  readonly batch?: string | undefined
  /** From 1. */
  readonly page?: string | undefined
}
