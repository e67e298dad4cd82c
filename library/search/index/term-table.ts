/** Gives each key a small number, in the order in which keys are met. */
export class TermTable {
  keys = new Float64Array(1 << 12)
  size = 0
  private slots = new Int32Array(1 << 13).fill(-1)
  private shift = 32 - 13

  /** The number of a key; a new one when it is met for the first time. */
  numberOf(key: number): number {
    let slot = this.slotOf(key)
    const { slots, keys } = this
    const mask = slots.length - 1
    for (;;) {
      const number = slots[slot] as number
      if (number < 0) break
      if (keys[number] === key) return number
      slot = (slot + 1) & mask
    }
    const number = this.size++
    slots[slot] = number
    keys[number] = key
    if (this.size === keys.length) this.grow()
    return number
  }

  private slotOf(key: number): number {
    const low = key >>> 0
    const high = ((key - low) / 0x1_0000_0000) | 0
    return Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> this.shift
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
    this.slots = new Int32Array(keys.length * 2).fill(-1)
    this.shift--
    const mask = this.slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = this.slotOf(keys[number] as number)
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask
      this.slots[slot] = number
    }
  }
}
