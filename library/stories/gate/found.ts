import { createHash } from 'node:crypto'
import type { GateFinding } from './gate-view.ts'

/** A finding before it has its id. */
export interface Found extends Omit<GateFinding, 'id' | 'overruled'> {
  /** What it is about, by ids and words: the same as long as these are the same. */
  readonly about: readonly string[]
}

/**
 * Gives findings their ids. Two about the very same words are counted, in their order.
 * @example withIds([{ code: 'phone', about: ['done', '13812345678'], … }])
 */
export function withIds(found: readonly Found[]): GateFinding[] {
  const times = new Map<string, number>()
  return found.map(({ about, ...finding }) => {
    const words = JSON.stringify([finding.code, ...about])
    const time = times.get(words) ?? 0
    times.set(words, time + 1)
    const id = createHash('sha256')
      .update(JSON.stringify([words, time]))
      .digest('hex')
      .slice(0, 20)
    return { id, ...finding }
  })
}
