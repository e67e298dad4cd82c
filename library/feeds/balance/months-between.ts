/** Most months shown at once. */
const MOST = 120

/** The months from one day to another, both included, as `YYYY-MM`; the last ones where there are too many. */
export function monthsBetween(from: string, until: string): string[] {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const last = number(until)
  const first = Math.max(number(from), last - MOST + 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const month = first + index
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
