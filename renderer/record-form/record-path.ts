/** The value at a path: `done`, `cost/money`, `people/0/name`; undefined where there is none. */
export function valueAt(record: object, path: string): unknown {
  let value: unknown = record
  for (const key of path.split('/')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/**
 * The record with another value at a path; undefined takes it out: a key from its object, an entry from its list.
 * The record itself stays as it is. A path that leads nowhere changes nothing.
 */
export function withValueAt<Kept extends object>(record: Kept, path: string, value: unknown): Kept {
  return changed(record, path.split('/'), value) as Kept
}

function changed(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (typeof target !== 'object' || target === null || key === '__proto__') return target
  if (Array.isArray(target)) {
    const at = Number(key)
    if (!(Number.isInteger(at) && at >= 0 && at <= target.length)) return target
    if (rest.length === 0 && value === undefined) return target.filter((_, index) => index !== at)
    const next = [...target]
    next[at] = changed(target[at], rest, value)
    return next
  }
  const next: Record<string, unknown> = { ...target }
  const inner = changed(next[key], rest, value)
  if (inner === undefined) delete next[key]
  else next[key] = inner
  return next
}

/** A list with the entry at one place moved to another; places beyond the ends are the ends. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const entry = list[from]
  if (entry === undefined) return [...list]
  const rest = list.filter((_, at) => at !== from)
  const place = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, place), entry, ...rest.slice(place)]
}

/** The element of a field, for labels, descriptions and leading there. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('/', '-')}`
}

/** A new identifier among those of one list: `p1`, `p2` … */
export function freshId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let n = taken.length + 1
  while (ids.has(`${prefix}${n}`)) n += 1
  return `${prefix}${n}`
}
