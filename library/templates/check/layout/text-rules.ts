import type { LocatedParagraph } from '../reading/located-paragraph.ts'
import { type LayoutRule, several } from './layout-rule.ts'
import { firstLineIndent, looksOf, sizeName } from './looks-of.ts'
import type { OfficialOutline } from './official-outline.ts'
import { setAlign, setFont, setIndent, setLine, setSize, splitRunAt } from './set-format.ts'

const FANGSONG = /仿宋|FangSong/i
const TITLE_FONT = /小标宋|XiaoBiaoSong|XBS/i
const HEI = /黑体|SimHei|Hei(?:ti)?(?:\b|_)/i
const KAI = /楷|Kai/i
const BODY_SIZE = 32
const TITLE_SIZE = 44
/** 28.9 pt: 22 lines fill 225 mm. Twips. */
const LINE = 578

const allRuns = (change: (run: LocatedParagraph['runs'][number]) => void) => (paragraph: LocatedParagraph) => {
  for (const run of paragraph.runs) change(run)
}
const fontOf = (paragraph: LocatedParagraph) => looksOf(paragraph)?.font ?? '宋体'
/** What stands in 仿宋 三号: number, addressee, text, 附件说明, signature and date. */
const inBodyFont = ({ number, addressee, body, attachments, office, date }: OfficialOutline) =>
  [number, addressee, ...body, ...attachments, office, date?.paragraph].filter((one) => one !== undefined)
const lines = (outline: OfficialOutline) => [
  ...new Set([...inBodyFont(outline), ...outline.headings.map(({ paragraph }) => paragraph)]),
]

/** The looks of title and text (GB/T 9704-2012 5.2.2, 5.2.3, 7.3). */
export const TEXT_RULES: readonly LayoutRule[] = [
  {
    name: 'title-font',
    offenders: ({ title }) => title.filter((one) => !TITLE_FONT.test(fontOf(one))),
    says: (first) => `标题是${fontOf(first)}，应当用小标宋体。`,
    why: 'GB/T 9704-2012 7.3.1。',
    label: '标题改为方正小标宋简体',
    repair: allRuns((run) => setFont(run, '方正小标宋简体')),
  },
  {
    name: 'title-size',
    offenders: ({ title }) => title.filter((one) => (looksOf(one)?.halfPoints ?? TITLE_SIZE) !== TITLE_SIZE),
    says: (first) => `标题是${sizeName(looksOf(first)?.halfPoints ?? 0)}，应当用二号。`,
    why: 'GB/T 9704-2012 7.3.1。',
    label: '标题改为二号',
    repair: allRuns((run) => setSize(run, TITLE_SIZE)),
  },
  {
    name: 'title-centre',
    offenders: ({ title }) => title.filter((one) => one.format.align !== 'center'),
    says: () => '标题没有居中。',
    why: 'GB/T 9704-2012 7.3.1。',
    label: '标题居中',
    repair(paragraph) {
      setAlign(paragraph, 'center')
      setIndent(paragraph, {})
    },
  },
  {
    name: 'addressee-left',
    offenders: ({ addressee }) =>
      addressee && (firstLineIndent(addressee) > 0.1 || /^(?:center|right)$/.test(addressee.format.align))
        ? [addressee]
        : [],
    says: () => '主送机关应当顶格，左边不空格。',
    why: 'GB/T 9704-2012 7.3.2。',
    label: '主送机关顶格',
    repair(paragraph) {
      dropLeadingBlanks(paragraph)
      setIndent(paragraph, {})
      setAlign(paragraph, 'left')
    },
  },
  {
    name: 'body-font',
    offenders: (outline) =>
      inBodyFont(outline).filter((one) => {
        const looks = looksOf(one, headEnd(outline, one))
        return looks !== undefined && !FANGSONG.test(looks.font)
      }),
    says: (first, count, outline) =>
      `正文和落款${several(count)}是${looksOf(first, headEnd(outline, first))?.font}，应当用仿宋。`,
    why: 'GB/T 9704-2012 5.2.2、7.3.3。',
    label: '正文改为仿宋',
    repair(paragraph, outline) {
      const end = headEnd(outline, paragraph)
      if (end > 0) splitRunAt(paragraph, end)
      for (const run of paragraph.runs) if (run.end > end) setFont(run, '仿宋_GB2312')
    },
  },
  {
    name: 'body-size',
    offenders: (outline) => lines(outline).filter((one) => (looksOf(one)?.halfPoints ?? BODY_SIZE) !== BODY_SIZE),
    says: (first, count) => `正文和落款${several(count)}是${sizeName(looksOf(first)?.halfPoints ?? 0)}，应当用三号。`,
    why: 'GB/T 9704-2012 5.2.2。',
    label: '正文改为三号',
    repair: allRuns((run) => setSize(run, BODY_SIZE)),
  },
  {
    name: 'body-indent',
    offenders: ({ body, headings, attachments }) =>
      [...new Set([...body, ...headings.map(({ paragraph }) => paragraph), ...attachments.slice(0, 1)])].filter(
        (one) => Math.abs(firstLineIndent(one) - 2) > 0.2,
      ),
    says: (_first, count) => `正文${several(count)}没有首行空两字。`,
    why: 'GB/T 9704-2012 7.3.3。',
    label: '首行空两字',
    repair(paragraph) {
      dropLeadingBlanks(paragraph)
      setIndent(paragraph, { firstLine: 200 })
    },
  },
  {
    name: 'line-spacing',
    offenders: (outline) => lines(outline).filter((one) => !isOfficialLine(one, outline)),
    says: (first, count) => `正文和落款${several(count)}的行距是${lineName(first)}，应当是28至29磅，每页22行。`,
    why: 'GB/T 9704-2012 5.2.3。',
    label: '行距改为28.9磅',
    repair: (paragraph) => setLine(paragraph, LINE),
  },
  {
    name: 'heading-1-font',
    offenders: (outline) => wrongHeadings(outline, 1, HEI),
    says: (_first, count) => `第一层标题（一、）${several(count)}不是黑体。`,
    why: 'GB/T 9704-2012 7.3.3。',
    label: '第一层标题改为黑体',
    repair: (paragraph, outline) => setHeadFont(paragraph, outline, '黑体'),
  },
  {
    name: 'heading-2-font',
    offenders: (outline) => wrongHeadings(outline, 2, KAI),
    says: (_first, count) => `第二层标题（（一））${several(count)}不是楷体。`,
    why: 'GB/T 9704-2012 7.3.3。',
    label: '第二层标题改为楷体',
    repair: (paragraph, outline) => setHeadFont(paragraph, outline, '楷体_GB2312'),
  },
]

/** Where a heading ends that text goes on after, or words set apart before a colon (时间：); 0 where none stands. */
function headEnd({ headings }: OfficialOutline, paragraph: LocatedParagraph): number {
  const heading = headings.find((one) => one.paragraph === paragraph)
  if (heading) return heading.end
  const label = paragraph.text.slice(0, LONGEST_LABEL).search(/[：:]/) + 1
  return label > 0 && /黑|Hei|楷|Kai/i.test(looksOf(paragraph, 0, label)?.font ?? '') ? label : 0
}
const LONGEST_LABEL = 12

const wrongHeadings = ({ headings }: OfficialOutline, level: 1 | 2, font: RegExp) =>
  headings
    .filter((heading) => heading.level === level)
    .filter(({ paragraph, end }) => !font.test(looksOf(paragraph, 0, end)?.font ?? ''))
    .map(({ paragraph }) => paragraph)

function setHeadFont(paragraph: LocatedParagraph, outline: OfficialOutline, font: string): void {
  for (const run of splitRunAt(paragraph, headEnd(outline, paragraph))) setFont(run, font)
}

function isOfficialLine({ format }: LocatedParagraph, { pages }: OfficialOutline): boolean {
  if (format.lineRule !== 'auto') return format.line >= 550 && format.line <= 600
  const pitch = pages[0]?.linePitch
  return format.line === 240 && pitch !== undefined && pitch >= 550 && pitch <= 600
}

const lineName = ({ format }: LocatedParagraph) =>
  format.lineRule === 'auto' ? `${Math.round((format.line / 240) * 100) / 100}倍` : `${format.line / 20}磅`

/** Blanks typed in place of an indent. */
export function dropLeadingBlanks(paragraph: LocatedParagraph): void {
  let left = /^[ \u3000\u00a0\t]*/.exec(paragraph.text)?.[0].length ?? 0
  for (const run of paragraph.runs) {
    if (left === 0) return
    const cut = Math.min(left, run.end - run.start)
    if (run.isText) run.node.textContent = (run.node.textContent ?? '').slice(cut)
    else run.node.parentNode?.removeChild(run.node)
    left -= cut
  }
}
