/** Each term's record: its key in 8 bytes, then four 32-bit numbers, so that one line of cache holds it all. */
const RECORD_BYTES = 32
export const RECORD_INTS = RECORD_BYTES / 4
const RECORD_DOUBLES = RECORD_BYTES / 8
/** How many postings the term has so far. */
export const COUNT = 2
/** The number of the last of them. */
export const LAST_POSTING = 3
/** The last place at which the term stands in it. */
export const LAST_PLACE = 4
/** The bytes that its places take. */
export const PLACE_BYTES = 5

/** Gives each key a small number, in the order in which keys are met, and keeps what is counted of it. */
export class TermTable {
  size = 0
  private keys = new Float64Array(RECORD_DOUBLES << 12)
  /** By term, {@link RECORD_INTS} for each. */
  records = new Int32Array(this.keys.buffer)
  private slots = new Int32Array(1 << 13).fill(-1)
  private shift = 32 - 13

  keyOf(term: number): number {
    return this.keys[term * RECORD_DOUBLES] as number
  }

  /** The number of a key; a new one when it is met for the first time. */
  numberOf(key: number): number {
    const { slots, keys } = this
    const mask = slots.length - 1
    let slot = this.slotOf(key)
    for (;;) {
      const term = slots[slot] as number
      if (term < 0) break
      if (keys[term * RECORD_DOUBLES] === key) return term
      slot = (slot + 1) & mask
    }
    const term = this.size++
    slots[slot] = term
    keys[term * RECORD_DOUBLES] = key
    this.records[term * RECORD_INTS + LAST_POSTING] = -1
    if (this.size * RECORD_DOUBLES === keys.length) this.grow()
    return term
  }

  private slotOf(key: number): number {
    const low = key >>> 0
    const high = ((key - low) / 0x1_0000_0000) | 0
    return Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> this.shift
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2)
    // As integers: what is counted need not be a valid floating-point number.
    new Int32Array(keys.buffer).set(this.records)
    this.keys = keys
    this.records = new Int32Array(keys.buffer)
    this.slots = new Int32Array((keys.length / RECORD_DOUBLES) * 2).fill(-1)
    this.shift--
    const mask = this.slots.length - 1
    for (let term = 0; term < this.size; term++) {
      let slot = this.slotOf(keys[term * RECORD_DOUBLES] as number)
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask
      this.slots[slot] = term
    }
  }
}
