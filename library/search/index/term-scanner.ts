import { BETWEEN, foldedEntries, foldedEntry, HAN } from './character-classes.ts'
import {
  addToHigh,
  addToLow,
  pairKey,
  singleKey,
  WORD_HASH_BEGIN_HIGH,
  WORD_HASH_BEGIN_LOW,
  wordKey,
} from './term-keys.ts'

/**
 * Cuts text straight into term keys, folding on the way: pairs and single characters of each Han run,
 * and words. The same tokens as `pairTokens` and `tokenRuns` give of the folded text.
 *
 * A Han character takes one position, a word one, and between two runs one is left out: neighbours in
 * a run are one apart, and nothing on both sides of a blank is.
 */
export class TermScanner {
  keys = new Float64Array(4096)
  /** Where each term begins; −1 for single characters, of which it is not kept. */
  positions = new Int32Array(4096)
  /** How many of `keys` are filled. */
  length = 0
  /** Pairs, lone characters and words: what the length of a text is counted in. */
  tokens = 0
  /** The next free position. */
  position = 0
  private han = 0
  private run = 0
  private low = 0
  private high = 0

  clear(): void {
    this.length = 0
    this.tokens = 0
    this.position = 0
  }

  /** Leaves so much room that no run goes on into what follows. */
  separate(): void {
    this.position += 2
  }

  scan(text: string): void {
    for (let i = 0; i < text.length; i++) {
      let codePoint = text.charCodeAt(i)
      if (codePoint >= 0xd800 && codePoint < 0xdc00) {
        codePoint = text.codePointAt(i) as number
        if (codePoint > 0xffff) i++
      }
      const entry = foldedEntry(codePoint)
      if (entry >= 0) this.take(entry)
      else for (const one of foldedEntries(codePoint)) this.take(one)
    }
    this.endRun()
  }

  private take(entry: number): void {
    const kind = entry & 3
    if (kind === BETWEEN) {
      if (this.run !== 0) this.endRun()
      return
    }
    const codePoint = entry >>> 3
    if (kind === HAN) {
      if (this.run < 0) this.endRun()
      if (this.length + 2 > this.keys.length) this.grow()
      if (this.run > 0) {
        this.tokens++
        this.keys[this.length] = pairKey(this.han, codePoint)
        this.positions[this.length++] = this.position - 1
      }
      this.keys[this.length] = singleKey(codePoint)
      this.positions[this.length++] = -1
      this.position++
      this.han = codePoint
      this.run++
      return
    }
    if (this.run > 0) this.endRun()
    if (this.run === 0) {
      this.low = WORD_HASH_BEGIN_LOW
      this.high = WORD_HASH_BEGIN_HIGH
      this.run = -1
    }
    this.low = addToLow(this.low, codePoint)
    this.high = addToHigh(this.high, codePoint)
  }

  private endRun(): void {
    if (this.run === 0) return
    if (this.run === 1) this.tokens++
    if (this.run < 0) {
      if (this.length + 2 > this.keys.length) this.grow()
      this.tokens++
      this.keys[this.length] = wordKey(this.low, this.high)
      this.positions[this.length++] = this.position++
    }
    this.position++
    this.run = 0
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2)
    const positions = new Int32Array(this.keys.length * 2)
    keys.set(this.keys)
    positions.set(this.positions)
    this.keys = keys
    this.positions = positions
  }
}
