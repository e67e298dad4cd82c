import type { CharacterReadings } from './character-readings.ts'
import { soundClass } from './similar-sounds.ts'

/** Finds terms that sound like a text, as far as many speakers tell sounds apart. */
export interface SoundIndex {
  add(term: string, id: number): void
  /** The ids of terms of as many characters that sound alike. */
  like(text: string): readonly number[]
  /** Whether two characters share a reading, tones aside. */
  same(one: string, other: string): boolean
}

const NONE: readonly number[] = []

/**
 * Each term is kept under one key: a unit per character for the sound of its usual reading. A reading that is
 * not the usual one is tried for one character at a time, on either side.
 */
export function createSoundIndex(readings: CharacterReadings): SoundIndex {
  const classes = new Map<string, string>()
  const units = new Map<string, readonly string[]>()
  const terms = new Map<string, number[]>()

  /** One unit per class of sounds; what has no reading sounds only like itself. */
  const unitsOf = (character: string): readonly string[] => {
    const known = units.get(character)
    if (known) return known
    const distinct = new Set(
      readings(character).map((reading) => {
        const sound = soundClass(reading)
        const unit = classes.get(sound) ?? String.fromCharCode(classes.size + 1)
        classes.set(sound, unit)
        return unit
      }),
    )
    const found = distinct.size === 0 ? [character] : [...distinct]
    units.set(character, found)
    return found
  }
  const keys = (text: string): string[] => {
    const sounds = Array.from(text, unitsOf)
    const usual = sounds.map(([first]) => first)
    const all = [usual.join('')]
    for (const [at, [, ...others]] of sounds.entries()) {
      for (const other of others) all.push([...usual.slice(0, at), other, ...usual.slice(at + 1)].join(''))
    }
    return all
  }

  return {
    add(term, id) {
      // In long terms other readings would make many keys that nobody types.
      const own = term.length <= 12 ? keys(term) : [Array.from(term, (character) => unitsOf(character)[0]).join('')]
      for (const key of own) {
        const ids = terms.get(key)
        if (ids) ids.push(id)
        else terms.set(key, [id])
      }
    },
    like(text) {
      const [only = '', ...others] = keys(text)
      const found = terms.get(only) ?? NONE
      if (others.length === 0) return found
      return [...new Set([...found, ...others.flatMap((key) => terms.get(key) ?? NONE)])]
    },
    same: (one, other) => readings(one).some((reading) => readings(other).includes(reading)),
  }
}
