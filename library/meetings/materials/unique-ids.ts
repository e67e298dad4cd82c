import type { MaterialRecord } from './material.schema.ts'

/**
 * A record in which every id names one thing: those of a list are told apart within the list, those of parts and of
 * passages within the whole record, because a citation is named by them. The first keeps its id.
 */
export function withUniqueIds(record: MaterialRecord): MaterialRecord {
  const cited = new Set<string>()
  const walk = (value: unknown, list: string): unknown => {
    if (Array.isArray(value)) {
      const taken = CITED.has(list) ? cited : new Set<string>()
      return value.map((one) => walk(withId(one, taken), ''))
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, key)]))
  }
  // Parts first, so that they keep their ids whatever their passages are called.
  if (record.type !== 'meeting') return walk(record, '') as MaterialRecord
  const parts = record.parts.map((part) => withId(part, cited))
  const rest = walk({ ...record, parts: [] }, '') as typeof record
  return { ...rest, parts: parts.map((part) => walk(part, '') as (typeof record.parts)[number]) }
}

const CITED: ReadonlySet<string> = new Set(['cites'])

function withId<T>(one: T, taken: Set<string>): T {
  const id = (one as { id?: unknown } | null)?.id
  if (typeof id !== 'string') return one
  let given = id
  for (let n = 2; taken.has(given); n++) given = `${id.slice(0, 74)}-${n}`
  taken.add(given)
  return given === id ? one : { ...one, id: given }
}
