/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** p50, p95 and p99 in milliseconds, as a table shows them. */
export const spread = (samples: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((share) => percentile(samples, share).toFixed(1)).join(' / ')
