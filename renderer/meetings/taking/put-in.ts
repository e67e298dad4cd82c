import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { fitInto } from '../adding/fit-into.ts'
import { insertParts, removeParts } from '../outline/outline-moves.ts'

type Parts = readonly MeetingPart[]

/** An outline with something put in, and how it is taken out again whatever came meanwhile. */
export interface PutIn {
  readonly parts: Parts
  readonly takeOut: (parts: Parts) => Parts
}

/**
 * Puts what was taken from elsewhere into an outline nobody looks at just now: where a part waits for it, or else at
 * the end, before what closes the meeting.
 */
export function putIn(parts: Parts, taken: Parts): PutIn {
  const [only] = taken
  if (taken.length === 1 && only) {
    const at = parts.findIndex((part) => fitInto(part, only) !== undefined)
    const waiting = parts[at]
    const filled = waiting && fitInto(waiting, only)
    if (filled) {
      return {
        parts: parts.with(at, filled),
        takeOut: (present) => present.map((part) => (part.id === waiting.id ? waiting : part)),
      }
    }
  }
  const place = parts.at(-1)?.type === 'closing' ? parts.length - 1 : parts.length
  const { parts: next, ids } = insertParts(parts, taken, place)
  return { parts: next, takeOut: (present) => removeParts(present, new Set(ids)) }
}
