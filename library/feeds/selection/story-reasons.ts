import type { FeedDefinition } from '../feed.schema.ts'
import type { Candidate } from './candidate.ts'
import type { TargetState } from './mix-need.ts'
import { agoInWords, monthsSince } from './months.ts'

/** What spoke for and against a story, in plain words. */
export interface Reasons {
  readonly speaksFor: readonly string[]
  readonly speaksAgainst: readonly string[]
}

/** A hero who was told about lately. */
export interface Resting {
  readonly hero: string
  /** Months ago. */
  readonly months: number
  /** Told about in this very issue. */
  readonly here: boolean
}

export interface Circumstances {
  readonly definition: FeedDefinition
  readonly today: string
  readonly targets: readonly TargetState[]
  readonly resting: readonly Resting[]
  /** Titles of other columns that it stands in. */
  readonly elsewhere: readonly string[]
  /** Values that the column has not shown lately, for aspects that name nothing. */
  readonly rare: readonly string[]
  /** It came with the app, and is made up. */
  readonly isExample: boolean
}

/** Says why a story was chosen or not; what the office does not look at is not spoken of. */
export function reasonsOf(story: Candidate, circumstances: Circumstances): Reasons {
  const { definition, today, targets, resting, elsewhere, rare } = circumstances
  const { criteria, audience, restMonths } = definition
  const { weights } = criteria
  const speaksFor: string[] = []
  const speaksAgainst: string[] = []
  const matches = (says: string, weight: number, values: readonly string[], named: readonly string[]) => {
    const same = named.filter((value) => values.includes(value))
    if (weight > 0 && same.length > 0) speaksFor.push(`${says}：${same.join('、')}`)
  }
  matches('主题相符', weights.theme, story.theme, criteria.themes)
  matches('岗位相符', weights.post, story.post, criteria.posts)
  const places = criteria.places.filter((named) => story.place.some((place) => place.includes(named)))
  matches('地点相符', weights.place, places, criteria.places)
  matches('人群相符', 1, story.group, criteria.groups)
  matches('正是写给', weights.audience, story.audience, audience)
  if (rare.length > 0) speaksFor.push(`近来没有讲过：${rare.join('、')}`)
  if (weights.freshness > 0 && story.toldOn !== undefined) {
    const months = monthsSince(story.toldOn, today)
    if (months <= 12) speaksFor.push(freshness(months))
    else speaksAgainst.push(`是${agoInWords(months)}的事`)
  }
  if (weights.evidence > 0) {
    if (story.evidence === 3) speaksFor.push('结果有台账、文件或统计可查')
    if (story.evidence === 2) speaksFor.push('结果有人看到，或有照片')
    if (story.evidence === 1) speaksAgainst.push('结果只是听说的')
    if (story.evidence === 0) speaksAgainst.push('没有说结果是怎么知道的')
  }
  if (story.pictures > 0) speaksFor.push('有照片')
  for (const { value, target, share, wanted } of targets) {
    if (wanted) speaksFor.push(`${value}讲得还不够：现在占 ${share}%，定的是 ${target}%`)
    else if (share >= target) speaksAgainst.push(`${value}已经够了：现在占 ${share}%，定的是 ${target}%`)
    else speaksAgainst.push(`${value}再登一篇，就比定的 ${target}% 多了`)
  }
  for (const { hero, months, here } of resting) {
    const when = here ? '这一期里已经讲到' : `${agoInWords(months)}讲过`
    speaksAgainst.push(`同一主人公（${hero}）${when}，定的是隔 ${restMonths} 个月再讲`)
  }
  if (circumstances.isExample) speaksAgainst.push('是随应用附带的示例故事，人物和数字都是虚构的')
  if (elsewhere.length > 0) speaksAgainst.push(`已经登在${elsewhere.map((title) => `“${title}”`).join('、')}里`)
  return { speaksFor, speaksAgainst }
}

function freshness(months: number): string {
  if (months === 0) return '就在这个月'
  if (months <= 3) return '三个月内的事'
  return months <= 6 ? '半年内的事' : '一年内的事'
}
