export const spans = ['all', 'year', 'half', 'quarter'] as const
export type Span = (typeof spans)[number]

const months: Record<Exclude<Span, 'all'>, number> = { year: 12, half: 6, quarter: 3 }

/** The day a span begins, `YYYY-MM-DD`; undefined for all time. */
export function spanStart(span: Span, today: Date): string | undefined {
  if (span === 'all') return undefined
  const start = new Date(Date.UTC(today.getFullYear(), today.getMonth() - months[span], 1))
  // The same day of an earlier month, or that month's last.
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate()
  start.setUTCDate(Math.min(today.getDate(), last))
  return start.toISOString().slice(0, 10)
}

/** The span that begins on a day, if it is one of those offered. */
export function spanOf(from: string | undefined, today: Date): Span | undefined {
  return spans.find((span) => spanStart(span, today) === from)
}
