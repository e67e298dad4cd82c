import { labelOfLine } from './field-labels.ts'
import { textDays } from './text-days.ts'

/** Who wrote a text or sent it in, and when. */
export interface Byline {
  readonly authors: readonly string[]
  readonly offices: readonly string[]
  readonly on?: string | undefined
  readonly isInterview: boolean
  readonly isReport: boolean
}

const NAMES = /[\p{Script=Han}·]{2,4}/gu
const ISSUE =
  /^[（(]?\s*(?:\d{4}年)?\s*第?\s*[一二三四五六七八九十百\d]+\s*期\s*[)）]?(?:\s*[（(]总第?\s*\d+\s*期[)）])?$|^[（(]\d{4}年第\d+期[)）]$/
const MASTHEAD =
  /(?:简报|专报|快报|信息快报|工作动态|动态|简讯|情况反映|情况通报|工作信息|政务信息|信息专报|月报|周报|内参|通讯|典型案例|案例选编|申报表|登记表|推荐表|事迹表|线索登记表)$/

/** 石坪乡工作简报, 典型案例: the name of a paper and not of the story. */
export const isMasthead = (text: string): boolean =>
  MASTHEAD.test(text.replace(/[（(][^（）()]*第[^（）()]*期[^（）()]*[)）]$/, '').replace(/\s/g, '')) &&
  text.length <= 30 &&
  !/[，。：“]/.test(text)

export const isIssueNumber = (text: string): boolean => ISSUE.test(text.replace(/\s/g, ''))

/** 石坪乡党政办　　2024年5月6日: who edited a paper, and when. */
export function editorOf(text: string): { office: string; on: string } | undefined {
  const [day] = textDays(text)
  if (!day || text.slice(day.end).trim() !== '') return undefined
  const office = text
    .slice(0, day.start)
    .replace(/(?:编印?|主办|印发|编发)?[\s　]*$/, '')
    .trim()
  return office.length <= 30 && !/[，。：]/.test(office) ? { office, on: day.date } : undefined
}

/** 送：县财政局: to whom a paper went. */
export const isDistribution = (text: string): boolean =>
  /^(?:抄?送|报|发|抄报|分送|印发|共印)\s*[:：]/.test(text) || /^共印\d+份/.test(text)

/** A line that says who wrote or sent the text, with or without brackets; undefined for any other. */
export function bylineOf(
  text: string,
): (Pick<Byline, 'authors' | 'offices'> & { readonly interview: boolean }) | undefined {
  const whole = text.replace(/^[（(【\s]+|[)）】\s]+$/g, '').trim()
  const bare = withoutDay(whole)
  if (bare.length > 60 || /。.+/.test(bare)) return undefined
  const reporter = /^(?:本报|本刊|本台)?(?:记者|通讯员|特约记者)[\s　:：]+([\p{Script=Han}·\s　、]{2,30})$/u.exec(bare)
  if (reporter) return { authors: namesOf(reporter[1]), offices: [], interview: false }
  const parts = bare.split(/[\s　]{1,}(?=[\p{Script=Han}]{1,6}\s*[:：/])|[；;|｜]/u)
  let interview = false
  const authors: string[] = []
  const offices: string[] = []
  for (const part of parts) {
    const slashed = /^(文字?|图|图文|摄影|撰文|撰稿|编辑)\s*[/／]\s*(.+)$/.exec(part)
    if (slashed) {
      if (/文|撰/.test(slashed[1] ?? '')) authors.push(...namesOf(slashed[2]))
      continue
    }
    const trailing = /^([\p{Script=Han}]{4,24}?)(?:供稿|报送|提供|供图)$/u.exec(part)
    if (trailing) {
      offices.push(trailing[1] ?? '')
      continue
    }
    if (/^(?:审核|审签|责任?编辑?|责编|编辑|校对|图片?|摄影?|签发|终审|联系人|联系电话|电话)\s*[:：]/.test(part))
      continue
    const labelled = labelOfLine(part)
    if (labelled?.field === 'author' && labelled.rest !== '') {
      authors.push(...namesOf(labelled.rest))
      if (/采访|访谈|记录/.test(labelled.label)) interview = true
    } else if (labelled?.field === 'office' && labelled.rest !== '') offices.push(labelled.rest)
    else return undefined
  }
  return authors.length + offices.length > 0 || /^审核/.test(bare) ? { authors, offices, interview } : undefined
}

/** （通讯员 郝敏 2025年7月3日）: the day is read apart. */
export function withoutDay(text: string): string {
  const day = textDays(text).at(-1)
  return day && /^[)）\s]*$/.test(text.slice(day.end)) ? text.slice(0, day.start).trim() : text
}

/** 梧桐街道社保所: a line that is nothing but the name of an office. */
export const isOffice = (text: string): boolean =>
  text.length <= 24 &&
  /^[\p{Script=Han}（）()]{4,}(?:所|办|局|中心|政府|委|站|联|会|队|部|科|院|办公室|街道|镇|乡)$/u.test(text)

function namesOf(text = ''): string[] {
  const spaced = text.replace(/(?<=^|[\s　、，])([\p{Script=Han}])[\s　]+([\p{Script=Han}])(?=$|[\s　、，])/gu, '$1$2')
  return [...spaced.matchAll(NAMES)].map(([name]) => name)
}
