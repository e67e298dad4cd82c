import type { BenchDocument } from '../corpus.ts'

export interface EngineFilter {
  /** `YYYY-MM-DD`, included. */
  readonly after?: string | undefined
  readonly topic?: string | undefined
}

/** What every engine is asked; each answer is how many passages it gave. */
export interface OpenEngine {
  /** The best 8 passages that hold what was typed so far; its last word may be unfinished. */
  type(typed: string): number
  /** The best 20 passages that hold all words. */
  all(words: readonly string[], filter?: EngineFilter): number
  /** The best 100 passages for a question: those that hold any of its tokens. */
  any(question: string): number
  close(): void
}

export interface Engine {
  /** Makes the index in an empty folder. @returns milliseconds of it that went into cutting texts into tokens, where that is apart */
  build(documents: AsyncIterable<BenchDocument>, folder: string): Promise<number | undefined>
  open(folder: string): OpenEngine
  /**
   * Takes the documents out and puts them in again, until that is on disk; absent where the engine would have to build anew.
   * @returns milliseconds, without opening
   */
  update?(documents: readonly BenchDocument[], folder: string): number
}
