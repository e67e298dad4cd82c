/** Now as an ISO date-time, but later than what was before, so that each change of a form has a time of its own. */
export function laterThan(before: string, now: Date): string {
  return new Date(Math.max(now.getTime(), new Date(before).getTime() + 1)).toISOString()
}
