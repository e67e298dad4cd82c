import { createRequire } from 'node:module'

/** Every reading of one character in pinyin without tones, the usual one first, v for ü; none for what is not Han. */
export type CharacterReadings = (character: string) => readonly string[]

/**
 * Readings by pinyin-pro, each character looked up once. The package takes some 30 ms and 15 MB to load,
 * so that is put off until a reading is first needed.
 */
export function createCharacterReadings(): CharacterReadings {
  const known = new Map<string, readonly string[]>()
  let pinyin: typeof import('pinyin-pro').pinyin | undefined
  return (character) => {
    const found = known.get(character)
    if (found) return found
    pinyin ??= (createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro')).pinyin
    const readings = /\p{Script=Han}|〇/u.test(character)
      ? pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
      : []
    const distinct = [...new Set(readings.filter((reading) => /^[a-z]+$/.test(reading)))]
    known.set(character, distinct)
    return distinct
  }
}
