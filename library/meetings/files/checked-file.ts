import type { MaterialFile } from '../materials/material-view.ts'

/** What is to be known of a file of a material before it is handed on. */
export interface CheckedFile {
  readonly what: MaterialFile
  /** What it is called in lists: 讲稿. */
  readonly label: string
  /** As the file will be called. */
  readonly name: string
  /** Of a deck. */
  readonly slides?: number | undefined
  /** What could not be shown, and what looks private: a sentence each. */
  readonly warnings: readonly string[]
}
