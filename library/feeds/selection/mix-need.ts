import type { MixDimension, MixTarget } from '../feed.schema.ts'
import type { StoryValues } from './candidate.ts'

/** How the stories of a column lie against the mix that the office wants; counts as stories are added. */
export interface Mix {
  add(story: StoryValues): void
  /** The targets that a story touches, by their place in the list. */
  placesOf(story: StoryValues): readonly number[]
  /**
   * What adding a story would do for each target it touches, as the column is now: between -1 and 1, positive where
   * the target has not been reached.
   */
  gains(): readonly number[]
  /** The targets that a story touches, as they stand before it is added. */
  touched(story: StoryValues): readonly TargetState[]
}
export interface TargetState {
  readonly dimension: MixDimension
  readonly value: string
  /** Per cent wanted, and per cent there is now. */
  readonly target: number
  readonly share: number
  /** One more story of it would bring the column closer. */
  readonly wanted: boolean
}

/** @param coming stories that will be added at most: targets are shares of what there will be then */
export function openMix(targets: readonly MixTarget[], shown: readonly StoryValues[], coming: number): Mix {
  const counts = targets.map(() => 0)
  let total = 0
  const add = (story: StoryValues) => {
    total += 1
    for (const [index, { dimension, value }] of targets.entries()) {
      if (story[dimension].includes(value)) counts[index] = (counts[index] ?? 0) + 1
    }
  }
  /** How much closer one more brings the number of stories to the one wanted; 1 at most. */
  const gainOf = (index: number) => {
    const target = targets[index]
    const need = ((target?.share ?? 0) * Math.max(total + 1, shown.length + coming)) / 100 - (counts[index] ?? 0)
    return Math.abs(need) - Math.abs(need - 1)
  }
  for (const story of shown) add(story)
  return {
    add,
    placesOf: (story) =>
      targets.flatMap(({ dimension, value }, index) => (story[dimension].includes(value) ? [index] : [])),
    gains: () => targets.map((_, index) => gainOf(index)),
    touched: (story) =>
      targets.flatMap(({ dimension, value, share }, index) =>
        story[dimension].includes(value)
          ? [
              {
                dimension,
                value,
                target: share,
                share: total === 0 ? 0 : Math.round(((counts[index] ?? 0) * 100) / total),
                wanted: gainOf(index) > 0,
              },
            ]
          : [],
      ),
  }
}
