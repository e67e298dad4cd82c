/** What is to be known of a file of a material before it is handed on. */
export interface CheckedFile {
  /** As it will be called. */
  readonly name: string
  /** Of a deck. */
  readonly slides?: number | undefined
  /** What could not be shown, and what looks private: a sentence each. */
  readonly warnings: readonly string[]
}
