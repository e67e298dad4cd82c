import type { StoryRecord } from '../story.schema.ts'

/** Words in a field of a record: `start` to `end` in UTF-16 code units. */
export interface LocatedPassage {
  readonly field: string
  readonly start: number
  readonly end: number
}

/** A passage that shares fewer of the quote's pairs of characters is another one. */
const ALIKE = 0.6
/** Shorter quotes are found as they stand or not at all: too much looks like them. */
const SHORTEST_CHANGED = 6

/**
 * Finds quoted words again after the text was worked on: where they stand, else in another field that they were moved
 * to, else with other blanks, else the stretch that is most like them. Undefined when they are gone. Pure.
 */
export function locatePassage(record: StoryRecord, field: string, quote: string): LocatedPassage | undefined {
  const words = quote.trim()
  if (words === '') return undefined
  const own = textAt(record, field)
  const exact = own === undefined ? -1 : own.indexOf(words)
  if (exact >= 0) return { field, start: exact, end: exact + words.length }
  for (const [name, text] of textsOf(record, '')) {
    const moved = text.indexOf(words)
    if (moved >= 0) return { field: name, start: moved, end: moved + words.length }
  }
  if (own === undefined) return undefined
  const found = withOtherBlanks(own, words) ?? mostAlike(own, words)
  return found && { field, ...found }
}

/** The text of a field as in `done`, `people/0/name`. */
function textAt(record: StoryRecord, field: string): string | undefined {
  let value: unknown = record
  for (const name of field.split('/')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return typeof value === 'string' ? value : undefined
}

function* textsOf(value: unknown, field: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [field, value]
  if (typeof value !== 'object' || value === null) return
  for (const [name, one] of Object.entries(value)) yield* textsOf(one, field === '' ? name : `${field}/${name}`)
}

type Stretch = Omit<LocatedPassage, 'field'>

function withOtherBlanks(text: string, words: string): Stretch | undefined {
  const places: number[] = []
  let bare = ''
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] as string
    if (/\s/u.test(letter)) continue
    bare += letter
    places.push(index)
  }
  const wanted = words.replace(/\s/gu, '')
  const at = wanted === '' ? -1 : bare.indexOf(wanted)
  if (at < 0) return undefined
  return { start: places[at] as number, end: (places[at + wanted.length - 1] as number) + 1 }
}

/** A window as long as the quote moves over the text; the pairs it shares with the quote are counted as it goes. */
function mostAlike(text: string, words: string): Stretch | undefined {
  const length = Math.min(words.length, text.length)
  if (length < SHORTEST_CHANGED) return undefined
  const wanted = new Map<string, number>()
  for (let index = 0; index + 1 < words.length; index++) count(wanted, words.slice(index, index + 2), 1)
  const inside = new Map<string, number>()
  let shared = 0
  let best = { shared: 0, start: 0 }
  for (let index = 0; index + 1 < text.length; index++) {
    const entering = text.slice(index, index + 2)
    if (count(inside, entering, 1) <= (wanted.get(entering) ?? 0)) shared += 1
    const first = index - length + 1
    if (first >= 0) {
      const leaving = text.slice(first, first + 2)
      if (count(inside, leaving, -1) < (wanted.get(leaving) ?? 0)) shared -= 1
    }
    if (shared > best.shared) best = { shared, start: Math.max(0, index - length + 2) }
  }
  if (best.shared / (words.length - 1) < ALIKE) return undefined
  return { start: best.start, end: Math.min(text.length, best.start + length) }
}

function count(pairs: Map<string, number>, pair: string, by: number): number {
  const now = (pairs.get(pair) ?? 0) + by
  pairs.set(pair, now)
  return now
}
