import type { MeetingRecord } from './outline.schema.ts'

/** When each part of a meeting begins, and how long it takes. */
export interface MeetingClock {
  /** Of all parts together. */
  readonly minutes: number
  /** How long it may take; absent while nobody has said. */
  readonly planned?: number | undefined
  /** Minutes beyond the plan; 0 within it. */
  readonly over: number
  /** HH:MM by part; empty while nobody has said when it begins. A meeting past midnight goes on at 00:05. */
  readonly starts: ReadonlyMap<string, string>
}

const DAY = 24 * 60

/** Adds up a meeting's parts. */
export function clockOf({ parts, minutesPlanned, startsAt }: MeetingRecord): MeetingClock {
  const starts = new Map<string, string>()
  let minutes = 0
  for (const part of parts) {
    if (startsAt !== undefined) starts.set(part.id, clockTime(startsAt, minutes))
    minutes += part.minutes
  }
  const planned = minutesPlanned === 0 ? undefined : minutesPlanned
  return { minutes, planned, over: planned === undefined ? 0 : Math.max(0, minutes - planned), starts }
}

/** `HH:MM` some minutes after `from`. */
function clockTime(from: string, minutes: number): string {
  const [hours = 0, past = 0] = from.split(':').map(Number)
  const at = (hours * 60 + past + minutes) % DAY
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
