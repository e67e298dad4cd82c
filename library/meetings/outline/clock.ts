import type { MeetingClock } from '../materials/material-view.ts'
import type { MeetingRecord } from './outline.schema.ts'

const DAY = 24 * 60

/** Adds up a meeting's parts; `starts` in their order. */
export function clockOf({
  parts,
  minutesPlanned,
  startsAt,
}: MeetingRecord): Omit<MeetingClock, 'starts'> & { readonly starts: ReadonlyMap<string, string> } {
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
