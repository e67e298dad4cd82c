import { BETWEEN, foldedEntries, foldedEntry, HAN } from '../index/character-classes.ts'
import { WordTrie } from './word-trie.ts'

/** No word of the vocabulary is longer, in UTF-16 units of Han characters. */
export const LONGEST_WORD = 7
/** What a character that no word takes in costs, in the unit of the words' costs. */
const LONE_COST = 255

/**
 * Cuts text into the words of a vocabulary: the likeliest cut of each run of Han characters (the sum of
 * the words' costs is least), every vocabulary word inside a chosen one, single characters where no word
 * fits, and runs of letters and digits when they are in the vocabulary. Each word once.
 *
 * Folds on the way. Reuses its arrays: `words` up to `count` holds until the next {@link cut}.
 */
export class WordCutter {
  words = new Int32Array(1024)
  count = 0
  private readonly trie: WordTrie
  private readonly costs: ArrayLike<number>
  /** Per word, in which text it was last taken. */
  private readonly taken: Int32Array
  private text = 0
  private run = new Uint16Array(1024)
  private best = new Int32Array(1024)
  private cameFrom = new Int32Array(1024)
  /** The vocabulary words found at each place: from `firstFound[i]` on. */
  private firstFound = new Int32Array(1024)
  private foundWord = new Int32Array(4096)
  private foundEnd = new Int32Array(4096)

  /** @param costs per word, how unlikely it is: minus the logarithm of its frequency, in 0 … 254 */
  constructor(words: readonly string[], costs: ArrayLike<number>) {
    let units = 0
    for (const word of words) units += word.length
    this.trie = new WordTrie(words, units)
    this.costs = costs
    this.taken = new Int32Array(words.length)
  }

  /** Cuts a text; to be read from `words`, the first `count`. */
  cut(text: string): void {
    this.begin()
    this.add(text)
  }

  /** Begins a text that is given in several pieces to {@link add}. */
  begin(): void {
    this.text++
    this.count = 0
  }

  /** Adds words that were cut before. */
  addWords(words: Int32Array): void {
    for (let i = 0; i < words.length; i++) this.take(words[i] as number)
  }

  add(text: string): void {
    let length = 0
    let kind = BETWEEN
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.charCodeAt(i)
      let entry = foldedEntry(codePoint)
      if (entry < 0) entry = foldedEntries(codePoint)[0] ?? BETWEEN
      const own = entry & 3
      if (own !== kind) {
        if (kind !== BETWEEN) this.endRun(kind, length)
        length = 0
        kind = own
      }
      if (own === BETWEEN) continue
      if (length + 1 === this.run.length) this.grow()
      const folded = entry >>> 3
      this.run[length++] = folded > 0xffff ? 0 : folded
    }
    if (kind !== BETWEEN) this.endRun(kind, length)
  }

  private endRun(kind: number, length: number): void {
    if (kind === HAN) this.cutRun(length)
    else this.takeWhole(length)
  }

  private take(word: number): void {
    if (this.taken[word] === this.text) return
    this.taken[word] = this.text
    if (this.count === this.words.length) this.words = grown(this.words)
    this.words[this.count++] = word
  }

  private takeWhole(length: number): void {
    let node = 0
    for (let i = 0; i < length && node >= 0; i++) node = this.trie.step(node, this.run[i] as number)
    const word = node < 0 ? -1 : this.trie.wordAt(node)
    if (word >= 0) this.take(word)
  }

  private cutRun(length: number): void {
    const { trie, run, best, cameFrom, firstFound, costs } = this
    best.fill(0x7fffffff, 0, length + 1)
    best[0] = 0
    let found = 0
    for (let start = 0; start < length; start++) {
      firstFound[start] = found
      const cost = best[start] as number
      if (cost + LONE_COST < (best[start + 1] as number)) {
        best[start + 1] = cost + LONE_COST
        cameFrom[start + 1] = start
      }
      let node = trie.step(0, run[start] as number)
      for (let end = start + 2; node >= 0 && end <= length && end <= start + LONGEST_WORD; end++) {
        node = trie.step(node, run[end - 1] as number)
        if (node < 0) break
        const word = trie.wordAt(node)
        if (word < 0) continue
        if (found === this.foundWord.length) {
          this.foundWord = grown(this.foundWord)
          this.foundEnd = grown(this.foundEnd)
        }
        this.foundWord[found] = word
        this.foundEnd[found++] = end
        const sum = cost + (costs[word] as number)
        if (sum < (best[end] as number)) {
          best[end] = sum
          cameFrom[end] = start
        }
      }
    }
    firstFound[length] = found
    for (let end = length; end > 0; end = cameFrom[end] as number) this.takeWithin(cameFrom[end] as number, end)
  }

  /** Takes a word of the cut and those inside it; a lone character by itself. */
  private takeWithin(start: number, end: number): void {
    if (end - start === 1) {
      const node = this.trie.step(0, this.run[start] as number)
      const word = node < 0 ? -1 : this.trie.wordAt(node)
      if (word >= 0) this.take(word)
      return
    }
    const last = this.firstFound[end - 1] as number
    let place = start
    for (let i = this.firstFound[start] as number; i < last; i++) {
      while (i >= (this.firstFound[place + 1] as number)) place++
      if ((this.foundEnd[i] as number) <= end) this.take(this.foundWord[i] as number)
    }
  }

  private grow(): void {
    const run = new Uint16Array(this.run.length * 2)
    run.set(this.run)
    this.run = run
    this.best = grown(this.best)
    this.cameFrom = grown(this.cameFrom)
    this.firstFound = grown(this.firstFound)
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
