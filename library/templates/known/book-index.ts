import type { Meaning } from '../meanings.ts'
import type { BookEntry } from './known-view.ts'

type Values = Partial<Record<Meaning, string>>

/** An entry of the book, or one deleted from it. */
export interface IndexedEntry {
  readonly entry: BookEntry
  readonly discarded: boolean
}

type Found =
  | { readonly type: 'found'; readonly entry: BookEntry; readonly discarded: boolean }
  | { readonly type: 'new' }
  | { readonly type: 'ambiguous'; readonly count: number }

/** Finds who or what a row speaks of: a person by resident id, else by name, village and household. */
export interface BookIndex {
  /** @param source the row's: of several households or plots that fit, the one that came from it */
  find(kind: BookEntry['kind'], values: Values, householdId: string | undefined, source: string): Found
  add(entry: BookEntry): void
}

export function bookIndex(known: readonly IndexedEntry[]): BookIndex {
  const byId = new Map<string, IndexedEntry>()
  const byResidentId = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  const file = (one: IndexedEntry) => {
    byId.set(one.entry.id, one)
    const residentId = one.entry.values['person.residentId']
    if (residentId !== undefined && (!one.discarded || !byResidentId.has(residentId))) {
      byResidentId.set(residentId, one.entry.id)
    }
    const key = `${one.entry.kind}\n${nameKey(one.entry.kind, one.entry.values)}`
    byName.set(key, (byName.get(key) ?? new Set()).add(one.entry.id))
  }
  for (const one of known) file(one)

  const found = (one: IndexedEntry): Found => ({ type: 'found', ...one })
  return {
    add: (entry) => file({ entry, discarded: false }),
    find(kind, values, householdId, source) {
      const residentId = kind === 'person' ? values['person.residentId'] : undefined
      const same = residentId === undefined ? undefined : byId.get(byResidentId.get(residentId) ?? '')
      if (same) return found(same)
      const named = [...(byName.get(`${kind}\n${nameKey(kind, values)}`) ?? [])].flatMap((id) => byId.get(id) ?? [])
      const fitting = named.filter(
        ({ entry, discarded }) =>
          !discarded &&
          agree(entry.values['person.residentId'], residentId) &&
          agree(entry.values['village.name'], values['village.name']) &&
          // Heads of one name live in different groups; a number is a household's own.
          (kind !== 'household' ||
            values['household.number'] !== undefined ||
            agree(entry.values['village.group'], values['village.group'])) &&
          agree(entry.householdId, householdId),
      )
      // With more to go by than the name, who agrees in all of it goes before who only does not contradict.
      const exact = fitting.filter(
        ({ entry }) => entry.householdId === householdId && entry.values['village.name'] === values['village.name'],
      )
      const likely = exact.length > 0 ? exact : fitting
      // People are never told apart by where they stand in a list.
      const own = kind === 'person' ? [] : likely.filter(({ entry }) => entry.source === source)
      const candidates = own.length === 1 ? own : likely
      if (candidates.length > 1) return { type: 'ambiguous', count: candidates.length }
      return candidates[0] ? found(candidates[0]) : { type: 'new' }
    },
  }
}

const agree = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b

/** A household or plot is known by its number where it has one. */
function nameKey(kind: BookEntry['kind'], values: Values): string {
  if (kind === 'person') return values['person.name'] ?? ''
  if (kind === 'household') return values['household.number'] ?? `${values['household.head']}户`
  return values['plot.number'] ?? values['plot.name'] ?? ''
}
