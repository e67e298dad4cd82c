/** What one document may cost. */
export interface ReaderLimits {
  /** Time for one document, in milliseconds, plus `millisecondsPerMegabyte` for its size. */
  readonly milliseconds: number
  readonly millisecondsPerMegabyte: number
  readonly longestMilliseconds: number
  /** Resident memory gained over the start of the process, in bytes, for text and for other documents. */
  readonly memory: number
  /** V8 heap of a reader process, in megabytes. */
  readonly heapMegabytes: number
  /** How many times its own size a document may take beyond `memory`. */
  readonly memoryPerByte: number
}

/** The limits of promises.md: an ordinary document in 30 s, a 30 MB text in under 120 s. */
export const defaultReaderLimits: ReaderLimits = {
  milliseconds: 30_000,
  millisecondsPerMegabyte: 3_000,
  longestMilliseconds: 120_000,
  memory: 600 * 1024 * 1024,
  memoryPerByte: 8,
  heapMegabytes: 1024,
}
