import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { freshPartId } from './fresh-part-id.ts'

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
  const taken = new Set(parts.map(({ id }) => id))
  const fresh = added.slice(0, Math.max(0, MOST_PARTS - parts.length)).map((part) => {
    const id = taken.has(part.id) || part.id === '' ? freshPartId(taken) : part.id
    taken.add(id)
    return id === part.id ? part : { ...part, id }
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
