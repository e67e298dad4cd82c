import type { MixDimension, MixTarget } from '../../../library/feeds/feed.schema.ts'

export const mixDimensions = ['theme', 'post', 'place', 'group'] as const satisfies readonly MixDimension[]

/** The shares of each dimension that has any, added up; per cent. */
export function sumsOf(mix: readonly MixTarget[]): { readonly dimension: MixDimension; readonly sum: number }[] {
  return mixDimensions.flatMap((dimension) => {
    const targets = mix.filter((target) => target.dimension === dimension)
    return targets.length === 0 ? [] : [{ dimension, sum: targets.reduce((sum, { share }) => sum + share, 0) }]
  })
}

/** The mix with one target set; a share of 0 takes it out. */
export function withTarget(mix: readonly MixTarget[], { dimension, value, share }: MixTarget): MixTarget[] {
  const same = (target: MixTarget) => target.dimension === dimension && target.value === value
  const known = mix.some(same)
  if (share === 0) return mix.filter((target) => !same(target))
  return known
    ? mix.map((target) => (same(target) ? { ...target, share } : target))
    : [...mix, { dimension, value, share }]
}
