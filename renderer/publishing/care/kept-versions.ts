/** Which versions stay readable when so many are kept. */
export interface KeptVersions {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Versions that go, all older than `from`. */
  readonly gone: number
}

/**
 * @param newest the released version, from 1
 * @param stored versions in the repository now
 */
export function keptVersions(newest: number, stored: number, keep: number): KeptVersions {
  const oldest = Math.max(1, newest - stored + 1)
  const from = Math.max(oldest, newest - Math.max(1, keep) + 1)
  return { from, to: newest, count: newest - from + 1, gone: from - oldest }
}
