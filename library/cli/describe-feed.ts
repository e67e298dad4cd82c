import type {
  BalanceView,
  FeedBuild,
  FeedEntry,
  FeedPreview,
  FeedSummary,
  FeedView,
  SiteVerification,
} from '../feeds/feed-view.ts'
import type { StoryEvent } from '../stories/process/process-view.ts'
import { harmlessLine } from './harmless-line.ts'

const WEIGHTS = ['不看', '看一点', '看重', '很看重'] as const
const ASPECTS = {
  theme: '主题',
  post: '岗位',
  place: '地点',
  audience: '给谁看',
  freshness: '新近',
  evidence: '有据',
} as const
const DIMENSIONS = { group: '人群', post: '岗位', theme: '主题', place: '地点' } as const
const TYPES = { story: '故事', correction: '更正', withdrawal: '撤回', answers: '答复' } as const
const EVENTS: Partial<Record<StoryEvent['type'], string>> = {
  create: '新开',
  edit: '改设置',
  pin: '指定要登',
  exclude: '排除或撤下',
  'choice-removed': '照条件选',
  issue: '出刊',
  discard: '删除',
  restore: '恢复',
}
const WRONG = { missing: '少了', changed: '改动过', foreign: '多出来', signature: '签名不对' } as const

/** A day as the calendar on the wall shows it. */
const dayHere = (at: string): string => {
  const day = new Date(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** A day and a time as the clock on the wall shows them. */
const localTime = (at: string): string => `${dayHere(at)} ${new Date(at).toTimeString().slice(0, 5)}`

const lines = (texts: readonly string[]): string => texts.map(harmlessLine).join('\n')

export function describeFeeds(feeds: readonly FeedSummary[]): string {
  if (feeds.length === 0) return '还没有专栏。用 xinhuo feed create 新开一个。'
  return lines(feeds.map((feed) => `${feed.title}  ${standing(feed)}  ${feed.id}`))
}

function standing({ issue, entries, waiting, changed }: FeedSummary): string {
  const parts = [issue === 0 ? '还没有出过' : `出到第 ${issue} 期，登着 ${entries} 篇`, `合条件还没登的 ${waiting} 篇`]
  return [...parts, ...(changed > 0 ? [`有 ${changed} 篇要更正或撤回`] : [])].join('，')
}

export function describeFeed(feed: FeedView): string {
  const { definition, choices, builds } = feed
  const { criteria } = definition
  const named = Object.entries({
    主题: criteria.themes,
    岗位: criteria.posts,
    地点: criteria.places,
    人群: criteria.groups,
  })
  return lines([
    `${feed.title}（${feed.id}）`,
    ...(definition.subtitle === '' ? [] : [definition.subtitle]),
    standing(feed),
    ...(definition.publisher === '' ? [] : [`发布单位：${definition.publisher}`]),
    ...named.flatMap(([name, values]) => (values.length > 0 ? [`${name}：${values.join('、')}`] : [])),
    `看重什么：${Object.entries(ASPECTS)
      .map(([aspect, name]) => `${name}${WEIGHTS[criteria.weights[aspect as keyof typeof ASPECTS]]}`)
      .join('，')}`,
    ...definition.mix.map(({ dimension, value, share }) => `目标：${DIMENSIONS[dimension]}“${value}”占 ${share}%`),
    `每期 ${definition.issueSize} 篇，同一主人公隔 ${definition.restMonths} 个月再讲`,
    ...choices.map(
      ({ choice, title, reason, by }) => `${choice === 'pin' ? '指定' : '排除'}：${title}（${by}：${reason}）`,
    ),
    ...builds.map(({ out, at, issue }) => `${dayHere(at)} 第 ${issue} 期生成到 ${out}`),
  ])
}

export function describePreview(preview: FeedPreview): string {
  const chosen = preview.candidates.filter((one) => one.chosen)
  const others = preview.candidates.filter((one) => !one.chosen)
  const tell = ({ story, speaksFor, speaksAgainst }: FeedPreview['candidates'][number]) => [
    `  ${story.title}（${story.id}）`,
    ...(speaksFor.length > 0 ? [`    好在：${speaksFor.join('；')}`] : []),
    ...(speaksAgainst.length > 0 ? [`    不足：${speaksAgainst.join('；')}`] : []),
  ]
  const changes = [...preview.corrections, ...preview.withdrawals, ...preview.answers]
  return lines([
    `第 ${preview.issue} 期会登：`,
    ...(chosen.length === 0 ? ['  没有合条件的新故事'] : chosen.flatMap(tell)),
    ...changes.map(({ type, title, note }) => `  ${TYPES[type]}：${title}${note ? `（${note}）` : ''}`),
    ...(others.length > 0 ? ['这次没有选：', ...others.flatMap(tell)] : []),
    ...preview.stops.map(({ place, says, todo }) => `不能发出去：${place}：${says}。${todo}`),
  ])
}

export function describeEntries(entries: readonly FeedEntry[]): string {
  if (entries.length === 0) return '还没有登过什么。'
  return lines(
    entries.map(
      ({ issue, type, title, publishedAt, note }) =>
        `第 ${issue} 期  ${dayHere(publishedAt)}  ${TYPES[type]}  ${title}${note ? `（${note}）` : ''}`,
    ),
  )
}

export function describeRecord(events: readonly StoryEvent[]): string {
  return lines(
    events.map(({ number, at, by, type, reason, detail }) => {
      const about = detail?.issue !== undefined ? `第 ${String(detail.issue)} 期` : String(detail?.storyId ?? '')
      const parts = [`${number}`, localTime(at), by, EVENTS[type] ?? type, about, reason ?? '']
      return parts.filter((part) => part !== '').join('  ')
    }),
  )
}

export function describeBalance({ stories, dimensions, repeatedHeroes, missing }: BalanceView): string {
  const shares = Object.entries(DIMENSIONS).flatMap(([dimension, name]) => [
    `${name}：`,
    ...dimensions[dimension as keyof typeof DIMENSIONS].map(
      ({ value, stories: count, share, target }) =>
        `  ${value}  ${count} 篇，占 ${share}%${target === undefined ? '' : `，定的是 ${target}%`}`,
    ),
  ])
  return lines([
    `一共 ${stories} 篇`,
    ...shares,
    ...repeatedHeroes.map(
      ({ name, stories: told }) => `${name}讲了不止一回：${told.map(({ title }) => title).join('、')}`,
    ),
    ...missing.map(
      ({ says, stories: helpful }) =>
        `${says}${helpful.length > 0 ? `可以看看：${helpful.map(({ title }) => title).join('、')}` : ''}`,
    ),
  ])
}

export function describeBuild(build: FeedBuild): string {
  const { out, issue, entries, files, written, unchanged, removed, seconds, warnings } = build
  return lines([
    `生成好了：${out}`,
    `第 ${issue} 期，${entries} 条，${files} 个文件：写了 ${written} 个，没变的 ${unchanged} 个，去掉 ${removed} 个，用了 ${seconds} 秒`,
    ...warnings,
  ])
}

export function describeVerification(found: SiteVerification): string {
  const { title, publisher, issue, issuedAt, known, signedBy, files, wrong } = found
  const by = known ? '认得这个签名' : `第一次见到这个签名：${signedBy}`
  return lines([
    `${title}，第 ${issue} 期，${publisher}${dayHere(issuedAt)} 发布，${by}`,
    wrong.length === 0 ? `${files} 个文件都和发布时一样` : `有 ${wrong.length} 处和发布时不一样：`,
    ...wrong.map(({ file, why }) => `  ${WRONG[why]}：${file}`),
  ])
}
