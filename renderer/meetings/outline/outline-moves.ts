import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { freshId } from '../../record-form/record-path.ts'

type Parts = readonly MeetingPart[]

/** How many parts an outline may have. */
export const MOST_PARTS = 400

/**
 * Puts some parts, in the order they stand in, before what stands at a place now; parts that are not moved keep their
 * order. The list itself comes back when nothing moves.
 * @param to counted in the list as it is, 0 for its beginning, its length for its end
 */
export function moveParts(parts: Parts, ids: ReadonlySet<string>, to: number): Parts {
  const place = Math.max(0, Math.min(parts.length, to))
  const moving = parts.filter(({ id }) => ids.has(id))
  if (moving.length === 0) return parts
  const before = parts.slice(0, place).filter(({ id }) => !ids.has(id))
  const after = parts.slice(place).filter(({ id }) => !ids.has(id))
  const next = [...before, ...moving, ...after]
  return next.every((part, at) => part === parts[at]) ? parts : next
}

/** Moves parts one place up or down, together; those that stand apart come together. At the end nothing moves. */
export function stepParts(parts: Parts, ids: ReadonlySet<string>, by: 1 | -1): Parts {
  const first = parts.findIndex(({ id }) => ids.has(id))
  const last = parts.findLastIndex(({ id }) => ids.has(id))
  if (first < 0) return parts
  return by < 0 ? moveParts(parts, ids, Math.max(0, first - 1)) : moveParts(parts, ids, last + 2)
}

/** Takes parts out. */
export function removeParts(parts: Parts, ids: ReadonlySet<string>): Parts {
  const next = parts.filter(({ id }) => !ids.has(id))
  return next.length === parts.length ? parts : next
}

/** Puts new parts before a place, with ids of their own; what has no room is left out. */
export function insertParts(parts: Parts, added: Parts, at: number): { readonly parts: Parts; readonly ids: string[] } {
  const place = Math.max(0, Math.min(parts.length, at))
  const taken: { readonly id: string }[] = [...parts]
  const known = new Set(parts.map(({ id }) => id))
  const fresh = added.slice(0, Math.max(0, MOST_PARTS - parts.length)).map((part) => {
    const named = part.id === '' || known.has(part.id) ? { ...part, id: freshId('p', taken) } : part
    known.add(named.id)
    taken.push(named)
    return named
  })
  return {
    parts: [...parts.slice(0, place), ...fresh, ...parts.slice(place)],
    ids: fresh.map(({ id }) => id),
  }
}

/** Copies parts to behind the last of them. */
export function duplicateParts(
  parts: Parts,
  ids: ReadonlySet<string>,
): { readonly parts: Parts; readonly ids: string[] } {
  const copied = parts.filter(({ id }) => ids.has(id))
  const last = parts.findLastIndex(({ id }) => ids.has(id))
  return insertParts(parts, copied, last + 1)
}

/** A part that was taken out, with the place it had. */
export interface RemovedPart {
  readonly part: MeetingPart
  readonly at: number
}

/** What taking these parts out takes away, for putting it back. */
export function removedParts(parts: Parts, ids: ReadonlySet<string>): RemovedPart[] {
  return parts.flatMap((part, at) => (ids.has(part.id) ? [{ part, at }] : []))
}

/** Puts parts back to where they were; those that are there again already stay as they are. */
export function restoreParts(parts: Parts, removed: readonly RemovedPart[]): Parts {
  const here = new Set(parts.map(({ id }) => id))
  const next = [...parts]
  for (const { part, at } of removed) if (!here.has(part.id)) next.splice(Math.min(at, next.length), 0, part)
  return next.length === parts.length ? parts : next.slice(0, MOST_PARTS)
}
