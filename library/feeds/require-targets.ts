import type { FeedDefinition, MixDimension } from './feed.schema.ts'
import { targetsTooHigh } from './feed-errors.ts'

const NAMES: Readonly<Record<MixDimension, string>> = { post: '岗位', place: '地点', theme: '主题', group: '人群' }

/**
 * A column's definition with each target once, the last one said.
 * @throws {FeedStateError} when the shares of a dimension add up to more than the whole
 */
export function requireTargets(definition: FeedDefinition): FeedDefinition {
  const targets = new Map(definition.mix.map((target) => [`${target.dimension} ${target.value}`, target]))
  for (const [dimension, name] of Object.entries(NAMES)) {
    const shares = [...targets.values()].filter((target) => target.dimension === dimension).map(({ share }) => share)
    const sum = shares.reduce((all, share) => all + share, 0)
    if (sum > 100) throw targetsTooHigh(name, sum)
  }
  return { ...definition, mix: [...targets.values()] }
}
