import type { Matches } from './passage-index.ts'
import { sortedBest } from './sorted-matches.ts'

/** Keeps the best so many of the passages it is shown, which come in ascending order. */
export class BestMatches {
  /** What a passage must exceed to be among the best: of equals the earlier one stays. */
  threshold: number
  private readonly most: number
  private readonly scores: Float32Array
  private readonly passages: Uint32Array
  private length = 0

  /** @param least scores up to this are none */
  constructor(most: number, least: number) {
    this.most = most
    this.threshold = most > 0 ? least : Number.POSITIVE_INFINITY
    this.scores = new Float32Array(most)
    this.passages = new Uint32Array(most)
  }

  /** Takes a passage whose score exceeds {@link threshold}. */
  take(passage: number, score: number): void {
    if (this.length < this.most) {
      this.moveUp(this.length++, passage, score)
      if (this.length < this.most) return
    } else this.moveDown(passage, score)
    this.threshold = this.scores[0] as number
  }

  /** Best first; of equals the one with the lower number. */
  sorted(): Matches {
    return sortedBest(this.passages.subarray(0, this.length), this.scores.subarray(0, this.length))
  }

  /** The worst lies at the root: the lowest score and, of equals, the highest number. */
  private isWorse(passage: number, score: number, at: number): boolean {
    const other = this.scores[at] as number
    return score < other || (score === other && passage > (this.passages[at] as number))
  }

  private moveUp(from: number, passage: number, score: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.isWorse(passage, score, parent)) break
      this.set(at, parent)
      at = parent
    }
    this.passages[at] = passage
    this.scores[at] = score
  }

  private moveDown(passage: number, score: number): void {
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= this.length) break
      if (
        child + 1 < this.length &&
        this.isWorse(this.passages[child + 1] as number, this.scores[child + 1] as number, child)
      )
        child++
      if (this.isWorse(passage, score, child)) break
      this.set(at, child)
      at = child
    }
    this.passages[at] = passage
    this.scores[at] = score
  }

  private set(to: number, from: number): void {
    this.passages[to] = this.passages[from] as number
    this.scores[to] = this.scores[from] as number
  }
}
