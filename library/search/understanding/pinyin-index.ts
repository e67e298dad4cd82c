import type { CharacterReadings } from './character-readings.ts'
import { similarSyllables } from './similar-sounds.ts'

/** How a text was meant by what was typed in pinyin. */
export interface PinyinMatch {
  /** The text's place in the list the index was made from. */
  readonly at: number
  readonly extent: 'whole' | 'beginning' | 'inside'
  /** Where the match ends in the text. UTF-16 offset. */
  readonly end: number
}

/** Finds texts by pinyin: zhaijidi, zjd, 宅jd, zhai基地, and zhaij while still typing. */
export interface PinyinIndex {
  /**
   * @param typed folded; blanks and apostrophes between syllables are passed over
   * @param options.similar also take sounds that many speakers do not tell apart (zaijidi)
   */
  find(typed: string, options?: { readonly similar?: boolean }): PinyinMatch[]
}

/** A mask of places in what was typed fits a number's 31 bits; the rest is compared one by one. */
const MASKED = 29
const LONGEST_TYPED = 240
const STATE = '中华人民共和国'

/** @param texts folded titles, without 书名号 and blanks; 中华人民共和国 at their beginning may be left out when typing */
export function createPinyinIndex(texts: readonly string[], readings: CharacterReadings): PinyinIndex {
  const { characters, starts, ids } = layOut(texts)
  const skips = Uint8Array.from(texts, (text) => (text.startsWith(STATE) ? STATE.length : 0))
  const spellings = characters.map(readings)
  const similarSpellings = spellings.map((own) => [...new Set([...own, ...own.flatMap(similarSyllables)])])

  return {
    find(given, { similar = false } = {}) {
      const typed = given.replace(/[\s'’]+/g, '').replaceAll('ü', 'v')
      if (typed === '' || typed.length > LONGEST_TYPED || !/[a-z]/.test(typed)) return []
      const spelled = similar ? similarSpellings : spellings
      const steps = createSteps(typed, characters, spelled)
      const found: PinyinMatch[] = []
      for (let at = 0; at < texts.length; at++) {
        const from = starts[at] as number
        const to = starts[at + 1] as number
        const skip = skips[at] as number
        let best = steps.read(ids, from, to, true)
        if (skip > 0 && best !== to) {
          const short = steps.read(ids, from + skip, to, true)
          if (short > best) best = short
        }
        if (best >= 0) found.push({ at, extent: best === to ? 'whole' : 'beginning', end: best - from })
        else if (typed.length > 1 && typed.length <= MASKED) {
          const end = steps.read(ids, from, to, false)
          if (end >= 0) found.push({ at, extent: 'inside', end: end - from })
        }
      }
      return found
    },
  }
}

/** All texts as numbers of characters, one after the other. */
function layOut(texts: readonly string[]) {
  const numbers = new Map<string, number>()
  const starts = new Uint32Array(texts.length + 1)
  const total = texts.reduce((sum, text) => sum + text.length, 0)
  const ids = new Uint16Array(total)
  let length = 0
  for (const [at, text] of texts.entries()) {
    for (let i = 0; i < text.length; i++) {
      const character = text[i] as string
      const number = numbers.get(character) ?? numbers.size
      numbers.set(character, number)
      ids[length++] = number
    }
    starts[at + 1] = length
  }
  return { characters: [...numbers.keys()], starts, ids }
}

/** Steps through what was typed, one character of a text at a time. */
function createSteps(typed: string, characters: readonly string[], spelled: readonly (readonly string[])[]) {
  const width = Math.min(typed.length, MASKED)
  const isCut = typed.length > MASKED
  const masked = typed.slice(0, width)
  const finished = 1 << width
  /** For each character and place, a mask of the places it may lead to; filled when a character is first met. */
  const table = new Int32Array(characters.length * width)
  /** The same for the beginning alone; -1 where the table is not filled. */
  const first = new Int32Array(characters.length).fill(-1)
  const masksOf = maskReader(masked)
  const fill = (id: number) => {
    const row = table.subarray(id * width, id * width + width)
    for (const syllable of spelled[id] as readonly string[]) {
      const masks = masksOf(syllable)
      for (let place = 0; place < width; place++) row[place] = (row[place] as number) | (masks[place] as number)
    }
    const character = characters[id] as string
    for (let place = masked.indexOf(character); place >= 0; place = masked.indexOf(character, place + 1))
      row[place] = (row[place] as number) | (1 << (place + 1))
    first[id] = row[0] as number
  }

  /** Where in `ids` the text has used up all that was typed, or -1. Anchored: begins at `from`, and goes as far as it can. */
  const read = (ids: Uint16Array, from: number, to: number, anchored: boolean): number => {
    let mask = 0
    let reached = -1
    for (let k = from; k < to; k++) {
      const id = ids[k] as number
      if (first[id] === -1) fill(id)
      let next = !anchored || k === from ? (first[id] as number) : 0
      while (mask !== 0) {
        const lowest = mask & -mask
        next |= table[id * width + 31 - Math.clz32(lowest)] as number
        mask ^= lowest
      }
      if ((next & finished) !== 0) {
        if (isCut) return anchored ? readLong(ids, from, to) : -1
        reached = k + 1
        if (!anchored) return reached
      }
      mask = next & ~finished
      if (mask === 0 && anchored) break
    }
    return reached
  }

  /** As {@link read} from the beginning, for what has more places than a mask. */
  const readLong = (ids: Uint16Array, from: number, to: number): number => {
    let places = new Set([0])
    let reached = -1
    for (let k = from; k < to && places.size > 0; k++) {
      const id = ids[k] as number
      const next = new Set<number>()
      for (const place of places) {
        for (const end of stepsAt(typed, place, characters[id] as string, spelled[id] as readonly string[])) {
          if (end === typed.length) reached = k + 1
          else next.add(end)
        }
      }
      places = next
    }
    return reached
  }
  return { read }
}

/** For each place in what was typed, a mask of the places a syllable may lead to; each syllable once. */
function maskReader(typed: string): (syllable: string) => Int32Array {
  const known = new Map<string, Int32Array>()
  return (syllable) => {
    let masks = known.get(syllable)
    if (!masks) {
      masks = Int32Array.from(typed, (_, place) =>
        stepsAt(typed, place, '', [syllable]).reduce((mask, end) => mask | (1 << end), 0),
      )
      known.set(syllable, masks)
    }
    return masks
  }
}

/** Where one may be after reading `character` at `place`: itself, a syllable, its initial, or a syllable cut short by the end. */
function stepsAt(typed: string, place: number, character: string, spellings: readonly string[]): number[] {
  const ends: number[] = []
  if (typed[place] === character) ends.push(place + 1)
  for (const syllable of spellings) {
    if (typed[place] !== syllable[0]) continue
    ends.push(place + 1)
    if (/^[zcs]h/.test(syllable) && typed[place + 1] === 'h') ends.push(place + 2)
    if (typed.startsWith(syllable, place)) ends.push(place + syllable.length)
    else if (syllable.startsWith(typed.slice(place))) ends.push(typed.length)
  }
  return ends
}
