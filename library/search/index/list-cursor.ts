import type { PostingList } from './posting-lists.ts'

/** Goes through a list in ascending order, from one passage asked for to the next. */
export class ListCursor {
  private readonly locals: Uint16Array | undefined
  private readonly weights: Uint8Array
  private readonly to: number
  private at: number

  constructor({ block, from, to }: PostingList) {
    this.locals = block.locals
    this.weights = block.weights
    this.at = from
    this.to = to
  }

  /** The entry of this passage, or −1; passages are asked for in ascending order. */
  seek(local: number): number {
    const { locals } = this
    if (!locals) return this.weights[local] ? local : -1
    let low = this.at
    if (low >= this.to) return -1
    if ((locals[low] as number) < local) {
      // Steps that double lead past it; what is looked for lies within the last one.
      let step = 1
      while (low + step < this.to && (locals[low + step] as number) < local) {
        low += step
        step *= 2
      }
      let high = Math.min(low + step, this.to)
      low++
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((locals[middle] as number) < local) low = middle + 1
        else high = middle
      }
      this.at = low
      if (low >= this.to) return -1
    }
    return locals[low] === local ? low : -1
  }
}

/** The passages of a list, ascending. */
export function listLocals({ block, from, to }: PostingList): Uint16Array {
  if (block.locals) return block.locals.subarray(from, to)
  const locals = new Uint16Array((block.lengths[0] as number) + 1)
  let length = 0
  for (let local = 0; local < block.weights.length; local++) if (block.weights[local]) locals[length++] = local
  return locals
}
