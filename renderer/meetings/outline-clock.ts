import type { MeetingPart, MeetingRecord } from '../../library/meetings/outline/outline.schema.ts'
import { USUAL_MINUTES } from './outline/usual-minutes.ts'

/** How long the parts take, and when each begins. */
export interface OutlineClock {
  /** Of all parts together. */
  readonly minutes: number
  readonly planned: number | undefined
  /** Minutes beyond the plan; 0 within it, or without one. */
  readonly over: number
  /** Minutes of the plan that nobody has given to a part. */
  readonly left: number
  /** Minutes after the beginning, by part. */
  readonly begins: ReadonlyMap<string, number>
  /** `HH:MM` by part; empty while nobody has said when it starts. */
  readonly starts: ReadonlyMap<string, string>
  /** `HH:MM` */
  readonly ends: string | undefined
}

type Timed = Pick<MeetingPart, 'id' | 'minutes'>

/** Adds up the minutes of an outline. A meeting that runs past midnight goes on at 00:00. */
export function outlineClock(
  record: Pick<MeetingRecord, 'startsAt' | 'minutesPlanned'> & { readonly parts: readonly Timed[] },
): OutlineClock {
  const first = minutesOf(record.startsAt)
  const begins = new Map<string, number>()
  const starts = new Map<string, string>()
  let minutes = 0
  for (const part of record.parts) {
    begins.set(part.id, minutes)
    if (first !== undefined) starts.set(part.id, timeOf(first + minutes))
    minutes += part.minutes
  }
  const planned = record.minutesPlanned === 0 ? undefined : record.minutesPlanned
  return {
    minutes,
    planned,
    over: planned === undefined ? 0 : Math.max(0, minutes - planned),
    left: planned === undefined ? 0 : Math.max(0, planned - minutes),
    begins,
    starts,
    ends: first === undefined ? undefined : timeOf(first + minutes),
  }
}

/**
 * Gives the planned minutes to the parts in proportion to what each has, or usually takes, in steps of five where the
 * plan allows it. Their sum is exactly the plan, and every part has at least a minute while there are enough.
 */
export function distributeMinutes<Part extends Pick<MeetingPart, 'type' | 'minutes'>>(
  parts: readonly Part[],
  planned: number,
): Part[] {
  if (parts.length === 0 || planned <= 0) return [...parts]
  const weights = parts.map(({ type, minutes }) => (minutes > 0 ? minutes : USUAL_MINUTES[type]))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const step = planned % 5 === 0 && planned / 5 >= parts.length ? 5 : 1
  const units = Math.floor(planned / step)
  const least = units >= parts.length ? 1 : 0
  const exact = weights.map((weight) => (weight / all) * units)
  const given = exact.map((share) => Math.max(least, Math.floor(share)))
  let rest = units - given.reduce((sum, share) => sum + share, 0)
  // Who came off worst gets the next one; who has most gives back what the smallest took.
  while (rest !== 0) {
    const by = rest > 0 ? 1 : -1
    let best = -1
    for (let at = 0; at < given.length; at += 1) {
      if (by < 0 && (given[at] ?? 0) <= least) continue
      const lack = by * ((exact[at] ?? 0) - (given[at] ?? 0))
      if (best < 0 || lack > by * ((exact[best] ?? 0) - (given[best] ?? 0))) best = at
    }
    if (best < 0) break
    given[best] = (given[best] ?? 0) + by
    rest -= by
  }
  return parts.map((part, at) => {
    const minutes = Math.min(600, (given[at] ?? 0) * step)
    return part.minutes === minutes ? part : { ...part, minutes }
  })
}

/** Minutes after midnight of `HH:MM`. */
function minutesOf(time: string | undefined): number | undefined {
  const found = /^(\d\d):(\d\d)$/.exec(time ?? '')
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined
}

function timeOf(minutes: number): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
