const ROOT = 0
const NONE = -1

/**
 * A trie over UTF-16 units in typed arrays: open-addressed transitions of (node, unit) to node.
 * Built in a few milliseconds for 30,000 words, and a step costs one look in the table.
 */
export class WordTrie {
  private readonly mask: number
  /** Per slot: node and unit of the transition, and where it leads (0: empty slot). */
  private readonly from: Int32Array
  private readonly unit: Uint16Array
  private readonly to: Int32Array
  /** Per node, the word that ends there. */
  private readonly ends: Int32Array
  private nodes = 1

  /** @param units how many UTF-16 units the words have together, at most as many nodes are needed */
  constructor(words: readonly string[], units: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * units + 16))
    this.mask = slots - 1
    this.from = new Int32Array(slots)
    this.unit = new Uint16Array(slots)
    this.to = new Int32Array(slots)
    this.ends = new Int32Array(units + 2).fill(NONE)
    for (let word = 0; word < words.length; word++) this.insert(words[word] as string, word)
  }

  /** Where a unit leads from a node (begin at 0); -1 where no word goes on. */
  step(node: number, unit: number): number {
    let slot = this.slotOf(node, unit)
    for (;;) {
      const to = this.to[slot] as number
      if (to === 0) return NONE
      if (this.from[slot] === node && this.unit[slot] === unit) return to
      slot = (slot + 1) & this.mask
    }
  }

  /** The number of the word that ends at a node, or -1. */
  wordAt(node: number): number {
    return this.ends[node] as number
  }

  private slotOf(node: number, unit: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & this.mask
  }

  private insert(word: string, number: number): void {
    let node = ROOT
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      let next = this.step(node, unit)
      if (next === NONE) {
        next = this.nodes++
        let slot = this.slotOf(node, unit)
        while (this.to[slot] !== 0) slot = (slot + 1) & this.mask
        this.from[slot] = node
        this.unit[slot] = unit
        this.to[slot] = next
      }
      node = next
    }
    this.ends[node] = number
  }
}
