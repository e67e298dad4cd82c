import { PASSAGES_PER_SEGMENT, type Scope } from './segment-writing.ts'

/** What planning needs to know of a segment. */
export interface SegmentSize {
  readonly id: number
  readonly scope: Scope
  readonly passages: number
  /** Those whose documents are still there. */
  readonly live: number
}

/** So many segments of about one size are merged into one of the next. */
const FAN_IN = 4
/** A segment of which less than this is live is written anew. */
const THIN = 0.75

const level = (size: number) => Math.floor(Math.log(Math.max(1, size)) / Math.log(FAN_IN))

/**
 * The segments to merge next, smallest first; empty when there is nothing to do. Sizes grow by a factor,
 * so that a passage is written again only as often as the logarithm of their number; and no merge
 * makes more than one full segment, so that each takes a bounded time.
 */
export function planMerge(segments: readonly SegmentSize[]): readonly number[] {
  for (const scope of ['current', 'other'] as const) {
    const bySize = segments.filter((segment) => segment.scope === scope).sort((a, b) => a.live - b.live || a.id - b.id)
    const thin = bySize.find(({ live, passages }) => live < passages * THIN)
    if (thin) return [thin.id]
    const groups = Map.groupBy(bySize, ({ live }) => level(live))
    for (const group of [...groups.values()]) {
      const chosen = fitting(group)
      // Of the largest that fit together, two will do: fewer than four of them make a full one.
      const wanted = (group[0] as SegmentSize).live * FAN_IN > PASSAGES_PER_SEGMENT ? 2 : FAN_IN
      if (chosen.length >= wanted) return chosen
    }
  }
  return []
}

/** As many of the smallest as make one segment. */
function fitting(group: readonly SegmentSize[]): number[] {
  const chosen: number[] = []
  let sum = 0
  for (const { id, live } of group) {
    sum += live
    if (sum > PASSAGES_PER_SEGMENT) break
    chosen.push(id)
  }
  return chosen
}
