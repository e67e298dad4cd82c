import { findDocumentNumbers } from '../../../importing/recognition/document-number.ts'
import { documentDay } from '../dates/document-day.ts'
import { daysBetween, findDays, findYearlessDays, type WrittenDay, weekdayOf } from '../dates/find-days.ts'
import { cellLabels, type LabelOf } from '../reading/cell-labels.ts'
import type { LocatedParagraph } from '../reading/located-paragraph.ts'
import { maskTitles } from '../reading/masked-text.ts'
import { findTitleParagraphs } from '../reading/title-paragraphs.ts'
import type { Fault, Rule, RuleInput } from './rule.ts'

/** What a document's years are measured by. */
interface Now {
  /** `YYYY-MM-DD`: the document's own day, or today. */
  readonly day: string
  readonly year: number
  /** Whether the document bears the day itself. */
  readonly own: boolean
}

/** Around New Year last year's and next year's dates are nothing strange. Days. */
const NEAR = 60
const LOOKING_BACK =
  /总结|报告|决算|考核|情况|通报|评议|评比|表彰|年报|统计|审计|整改|回顾|公报|结算|补报|补发|清算|验收|绩效|原|往年/
/** The day of filling in, which is now. */
const FILLED_ON =
  /^(?:填[表报写]|申请|申报|受理|制[表单]|签[订署约]|调查|公示|登记|办理|报告|审批|审核|检查|巡查|走访|走访慰问|会议|开会|评议|填表人?|拟稿|收文|来文|排查|发放|支出|公开|公布|填报)(?:日期|时间)$|^日期$/

/** 申请人（签名）：2026年11月21日 */
const SIGNED_BEFORE = /(?:签名|签字|签章|盖章|手印|指印|公章)\s*[）)]?\s*[：:]?\s*$/

/** Years and days that do not fit. */
export const otherYear: Rule = {
  title: '年份和日期',
  find(input) {
    const { document, surroundings } = input
    const borne = documentDay(document)
    const day = borne?.day.iso ?? surroundings.today
    const now: Now = { day, year: Number(day.slice(0, 4)), own: borne?.day.iso !== undefined }
    const labelsOf = cellLabels(document)
    const titles = new Set(findTitleParagraphs(document))
    const otherDays = document.paragraphs.flatMap(({ text }) => findDays(maskTitles(text)))
    const faults = document.paragraphs.flatMap((paragraph) => {
      const text = maskTitles(paragraph.text)
      return [
        ...impossibleDays(paragraph, text),
        ...wrongWeekdays(paragraph, text, now),
        ...reversedPeriods(paragraph, text),
        ...yearsOfNow(paragraph, text, now),
        ...pastDeadlines(paragraph, text, now),
        ...labelledDays(paragraph, text, now, labelsOf),
        ...leftOverDays(paragraph, text, otherDays),
        ...(titles.has(paragraph) || /^页[眉脚]/.test(paragraph.part) ? titleYears(paragraph, text, now) : []),
      ]
    })
    return [...faults, ...ownDay(input, borne), ...ownNumber(input, borne)]
  },
}

const fault = (
  paragraph: LocatedParagraph,
  { start, end }: { start: number; end: number },
  severity: Fault['severity'],
  says: string,
  rest: Pick<Fault, 'why' | 'repair'> = {},
): Fault => ({ rule: 'other-year', severity, says, paragraph, start, end, ...rest })

function impossibleDays(paragraph: LocatedParagraph, text: string): Fault[] {
  return findDays(text)
    .filter((day) => day.iso === undefined)
    .map((day) => fault(paragraph, day, 'must', `日历上没有${text.slice(day.start, day.end)}。`))
}

const WEEKDAY = /^\s*[（(]?\s*(?:星期|周|礼拜)([一二三四五六日天])/

function wrongWeekdays(paragraph: LocatedParagraph, text: string, now: Now): Fault[] {
  const days = [...findDays(text), ...findYearlessDays(text, now.year)]
  return days.flatMap((day) => {
    const named = WEEKDAY.exec(text.slice(day.end))
    const letter = named?.[1]?.replace('天', '日')
    if (!named || !day.iso || letter === undefined) return []
    const right = weekdayOf(day.iso)
    if (letter === right) return []
    const at = day.end + named[0].length - 1
    const year = day.ownYear ? '' : `${now.year}年`
    const says = `${year}${text.slice(day.start, day.end)}是星期${right}，不是星期${letter}。`
    return [
      fault(paragraph, { start: at, end: at + 1 }, 'must', says, {
        why: '也可能是日期写错了，请核对。',
        repair: { label: `改为星期${right}`, replacement: right },
      }),
    ]
  })
}

const UNTIL = /^\s*(?:起?\s*(?:至|到|—+|－|–|-|~|～))\s*(?:止)?\s*$/
/** A period whose second day says its month and day only. */
const UNTIL_YEARLESS = /^\s*起?(?:至|到|—+|－|–|-|~|～)\s*(\d{1,2})月(\d{1,2})日/

function reversedPeriods(paragraph: LocatedParagraph, text: string): Fault[] {
  const days = findDays(text)
  return days.flatMap((from, index) => {
    const to = days[index + 1]
    if (from.iso && to?.iso && UNTIL.test(text.slice(from.end, to.start)) && to.iso < from.iso)
      return [fault(paragraph, { start: from.start, end: to.end }, 'must', '结束的日期在开始的日期之前。')]
    const yearless = UNTIL_YEARLESS.exec(text.slice(from.end))
    if (!yearless || !from.iso) return []
    const [until] = findYearlessDays(yearless[0], from.year)
    if (!until?.iso || until.iso >= from.iso) return []
    const end = from.end + yearless[0].length
    return [fault(paragraph, { start: from.start, end }, 'must', '结束的日期在开始的日期之前。')]
  })
}

/** 今年, 本年度 … in what was found. */
const spokenOf = (found: string) => /[今本当去上明下][一]?年度?|去年/.exec(found)?.[0] ?? '今年'

const YEAR = '((?:19|20)\\d{2}|二[〇零○]{1}[一二三四五六七八九〇零○]{2})'
const OF_NOW = [
  { words: '今年|本年度|本年(?!度)|当年度', offset: 0 },
  { words: '去年|上年度|上一年度?', offset: -1 },
  { words: '明年|下年度|下一年度?', offset: 1 },
].map(({ words, offset }) => ({
  offset,
  patterns: [
    new RegExp(`(?:${words})\\s*[（(，,即]?\\s*${YEAR}年?`, 'g'),
    new RegExp(`${YEAR}年度?\\s*[（(]\\s*(?:${words})`, 'g'),
  ],
}))
const OF_TITLE = new RegExp(`(?<![\\d〔［\\[（(—～~至到-])${YEAR}\\s*年度?(?!\\s*\\d{1,2}月|[—～~至到-])`, 'g')

/** 今年（2024年）in a document of 2026. */
function yearsOfNow(paragraph: LocatedParagraph, text: string, now: Now): Fault[] {
  if (!text.includes('年')) return []
  return OF_NOW.flatMap(({ offset, patterns }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const year = readYear(match[1])
        if (year === undefined || year === now.year + offset) return []
        const start = match.index + match[0].indexOf(match[1] ?? '')
        const right = writeLike(now.year + offset, match[1] ?? '')
        const says = `这里说的是${spokenOf(match[0])}，写的却是${match[1]}年。`
        return [
          fault(paragraph, { start, end: start + 4 }, 'must', says, {
            why: now.own ? `文件的日期是${now.day}。` : `今天是${now.day}。`,
            repair: { label: `改为${right}年`, replacement: right },
          }),
        ]
      }),
    ),
  )
}

const DEADLINE_BEFORE =
  /(?:请|务必|须|必须|限|要求|均应?|截止)(?:各\p{Script=Han}{0,8})?(?:在|于)?$|截[止至](?:时间|日期|到)?\s*[：:为是]?\s*$/u
const DEADLINE_AFTER = /^\s*(?:[（(](?:星期|周).[)）])?\s*(?:\d{1,2}[:：时点]\d{0,2}分?)?\s*(?:之?前|以前|下班前|截止)/
const DEADLINE_LABEL = /截止(?:时间|日期)?\s*[：:为是]?\s*$/

function pastDeadlines(paragraph: LocatedParagraph, text: string, now: Now): Fault[] {
  return findDays(text).flatMap((day) => {
    const before = text.slice(Math.max(0, day.start - 14), day.start)
    const after = text.slice(day.end)
    const isDeadline =
      DEADLINE_LABEL.test(before) ||
      (DEADLINE_BEFORE.test(before) && DEADLINE_AFTER.test(after) && !/已|曾|原/.test(before))
    if (!isDeadline || !day.iso || day.iso >= now.day) return []
    // A file looked at again later is no fault of its deadline, unless it bears its own day.
    const severity = now.own ? 'must' : 'should'
    const than = now.own ? `文件的日期（${now.day}）` : `今天（${now.day}）`
    return [fault(paragraph, day, severity, `期限${text.slice(day.start, day.end)}在${than}之前。`)]
  })
}

/** 填表日期：2024年3月2日 */
function labelledDays(paragraph: LocatedParagraph, text: string, now: Now, labelsOf: LabelOf): Fault[] {
  const days = findDays(text)
  const [only] = days
  const labels =
    days.length === 1 && only && text.slice(0, only.start).trim() === '' ? labelsOf(paragraph).slice(0, 2) : []
  return days.flatMap((day) => {
    const inline = /(?:^|[\s，,；;。（(])([\p{Script=Han}]{2,8})\s*[：:]\s*$/u.exec(text.slice(0, day.start))?.[1]
    const isSigned = SIGNED_BEFORE.test(text.slice(0, day.start)) || labels.some((one) => SIGNED_BEFORE.test(one))
    const signed = isSigned ? '签名的日期' : undefined
    const label = signed ?? [inline, ...labels].find((one) => one !== undefined && FILLED_ON.test(one))
    if (label === undefined || !day.iso || isNear(day, now)) return []
    return [
      fault(paragraph, day, 'should', `${label}是${day.year}年，不是${now.year}年。`, {
        why: now.own ? `文件的日期是${now.day}。` : `今天是${now.day}。`,
      }),
    ]
  })
}

const isNear = (day: WrittenDay, now: Now) =>
  day.year === now.year || (day.iso !== undefined && Math.abs(daysBetween(day.iso, now.day)) <= NEAR)

/** Days that are told of the past, or bound a period. */
const PAST_BEFORE =
  /(?:原|去年|上年|前年|曾|自|从|至|到|—|－|-|~|～|截[至止]|出生|取得|建成|成立|参加工作|入党|结婚|离婚|登记|发证|办证|生于|起)[于在]?\s*[：:]?$/
const PAST_AFTER =
  /^\s*(?:起|至|到|—|－|-|~|～|以来|以前|出生|公布|发布|施行|修订|修正|印发|通过|去世|死亡|退休|建成|取得|发病|确诊|住院|手术|毕业|签订|开工|入户)/
/** How near last year's day comes to the others once its year is put right. Days. */
const LEFT_OVER_NEAR = 31

/** The only day of last year among days of this: a year later it would stand close to the others. */
function leftOverDays(paragraph: LocatedParagraph, text: string, all: readonly WrittenDay[]): Fault[] {
  return findDays(text).flatMap((day) => {
    const same = all.filter((other) => other.year === day.year)
    const next = all.filter((other) => other.year === day.year + 1 && other.iso !== undefined)
    if (!day.iso || same.length > 1 || next.length < 2 || all.some((other) => other.year > day.year + 1)) return []
    if (PAST_BEFORE.test(text.slice(0, day.start)) || PAST_AFTER.test(text.slice(day.end))) return []
    const moved = `${day.year + 1}${day.iso.slice(4)}`
    if (!next.some((other) => Math.abs(daysBetween(moved, other.iso ?? moved)) <= LEFT_OVER_NEAR)) return []
    const says = `这里是${day.year}年，文中其他日期都是${day.year + 1}年，可能是去年的没有改。`
    return [fault(paragraph, day, 'should', says)]
  })
}

/** 关于做好2024年度…的通知, in a document of 2026. */
function titleYears(paragraph: LocatedParagraph, text: string, now: Now): Fault[] {
  if (LOOKING_BACK.test(text) || findDays(text).length > 0) return []
  return [...text.matchAll(OF_TITLE)].flatMap((match) => {
    const year = readYear(match[1])
    const early = Number(now.day.slice(5, 7)) <= 3
    if (year === undefined || year === now.year || year === now.year + 1 || (year === now.year - 1 && early)) return []
    const right = writeLike(now.year, match[1] ?? '')
    return [
      fault(
        paragraph,
        { start: match.index, end: match.index + 4 },
        'should',
        `标题里是${match[1]}年，现在是${now.year}年。`,
        {
          repair: { label: `改为${right}年`, replacement: right },
        },
      ),
    ]
  })
}

function ownDay({ surroundings: { today } }: RuleInput, borne: ReturnType<typeof documentDay>): Fault[] {
  const iso = borne?.day.iso
  if (!borne || !iso || iso.slice(0, 4) === today.slice(0, 4) || Math.abs(daysBetween(iso, today)) <= NEAR) return []
  const says = `落款日期是${borne.day.year}年，不是今年。`
  return [fault(borne.paragraph, borne.day, 'should', says, { why: `今天是${today}；以前的文件不用改。` })]
}

function ownNumber({ document }: RuleInput, borne: ReturnType<typeof documentDay>): Fault[] {
  if (!borne?.day.iso) return []
  for (const paragraph of document.paragraphs.slice(0, 20)) {
    const text = paragraph.text.trim()
    const [number] = findDocumentNumbers(text)
    if (!number || number.index > 0 || !/^\s*(?:签发人.*)?$/.test(text.slice(number.length))) continue
    const year = Number(/〔(\d{4})〕/.exec(number.number)?.[1])
    if (!year || year === borne.day.year) return []
    const at = paragraph.text.search(/[12]\d{3}/)
    const says = `发文字号是${year}年的，落款日期是${borne.day.year}年。`
    return [fault(paragraph, { start: at, end: at + 4 }, 'must', says)]
  }
  return []
}

const HAN_DIGITS = '〇一二三四五六七八九'

function readYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{4}$/.test(text)) return Number(text)
  const digits = [...text.replace(/[零○]/g, '〇')].map((character) => HAN_DIGITS.indexOf(character))
  return digits.includes(-1) ? undefined : Number(digits.join(''))
}

const writeLike = (year: number, like: string) =>
  /^\d/.test(like) ? String(year) : [...String(year)].map((digit) => HAN_DIGITS.charAt(Number(digit))).join('')
