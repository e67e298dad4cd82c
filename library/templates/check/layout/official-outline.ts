import { wholeDay } from '../dates/document-day.ts'
import type { WrittenDay } from '../dates/find-days.ts'
import type { DocumentText, LocatedParagraph, PageSetup } from '../reading/located-paragraph.ts'
import { findTitleParagraphs } from '../reading/title-paragraphs.ts'

/** The elements of an official document (GB/T 9704-2012, 7), as far as they are there. */
export interface OfficialOutline {
  readonly pages: readonly PageSetup[]
  readonly evenAndOddHeaders: boolean
  /** 发文机关标志 with 文件. */
  readonly letterhead: LocatedParagraph | undefined
  /** 发文字号 */
  readonly number: LocatedParagraph | undefined
  readonly title: readonly LocatedParagraph[]
  /** 主送机关 */
  readonly addressee: LocatedParagraph | undefined
  /** 一、… and （一）… */
  readonly headings: readonly { readonly paragraph: LocatedParagraph; readonly level: 1 | 2; readonly end: number }[]
  /** 正文 without its first and second level headings. */
  readonly body: readonly LocatedParagraph[]
  /** 附件说明, and the lines that go on with it. */
  readonly attachments: readonly LocatedParagraph[]
  /** 发文机关署名 */
  readonly office: LocatedParagraph | undefined
  /** 成文日期 */
  readonly date: { readonly paragraph: LocatedParagraph; readonly day: WrittenDay } | undefined
  /** 版记: 抄送 and who printed it. */
  readonly imprint: readonly LocatedParagraph[]
  readonly footers: readonly LocatedParagraph[]
}

/** A line that is nothing but a document number, in any form people write. */
export const NUMBER_LINE =
  /^\s*([\p{Script=Han}（）()]{2,16}?)\s*[〔[［（(【〖]\s*([12]\d{3})\s*年?\s*[〕\]］）)】〗]\s*(第)?\s*(\d{1,5})\s*号\s*(?=$|签发人)/u
const OFFICE =
  /^[\p{Script=Han}、（） \u3000]{2,40}(?:政府|委员会|办公室|办事处|[局厅部委办处站所院]|中心|党委|支部|联合会|指挥部|领导小组)(?:[（(](?:盖章|印章|章)[)）])?$/u
/** Characters. */
const LONGEST_HEADING = 50
const LONGEST_LEAD = 24
const LEVEL_1 = /^\s*[一二三四五六七八九十]{1,3}、/
const LEVEL_2 = /^\s*[（(][一二三四五六七八九十]{1,3}[)）]/
/** Who gets a copy, and who printed it on which day. */
const IMPRINT = /^\s*[抄分主]\s*送\s*[：:]|\d日\s*印发\s*$/
/** Where these stand the text has ended. */
const AFTER_TEXT = /^\s*(?:附\s*件|抄\s*送|主题词)\s*[：:]/

export function outlineOfficial(document: DocumentText): OfficialOutline {
  const lines = document.paragraphs.filter((one) => one.part === '正文' && one.text.trim() !== '')
  const free = lines.filter((one) => !one.cell)
  const head = free.slice(0, 14)
  const number = head.find((one) => NUMBER_LINE.test(one.text))
  const letterhead = head.find((one) => /^\S.{1,40}文\s*件\s*$/.test(one.text.trim()))
  const title = findTitleParagraphs(document)
  const at = (one: LocatedParagraph | undefined) => (one ? free.indexOf(one) : -1)
  const afterHead = Math.max(at(title.at(-1)), at(number), at(letterhead)) + 1
  const addressee = free
    .slice(afterHead, afterHead + 4)
    .find(
      ({ text }) =>
        /[：:]\s*$/.test(text) &&
        text.length <= 200 &&
        !/。/.test(text) &&
        !AFTER_TEXT.test(text) &&
        !LEVEL_1.test(text),
    )
  const dateAt = free.findLastIndex((one) => wholeDay(one.text) !== undefined)
  const datePlace = free[dateAt]
  const day = datePlace && wholeDay(datePlace.text)
  const date = datePlace && day && dateAt >= afterHead ? { paragraph: datePlace, day } : undefined
  const above = date ? free[dateAt - 1] : undefined
  const office = above && OFFICE.test(above.text.trim()) && dateAt - 1 > afterHead ? above : undefined
  const start = addressee ? at(addressee) + 1 : afterHead
  const attachmentAt = free.findIndex((one, index) => index >= start && /^\s*附\s*件\s*[：:]/.test(one.text))
  const imprintAt = free.findIndex((one, index) => index >= start && IMPRINT.test(one.text))
  const textEnd = [attachmentAt, imprintAt, office ? at(office) : -1, date ? dateAt : -1].filter(
    (place) => place >= start,
  )
  const text = free.slice(start, textEnd.length > 0 ? Math.min(...textEnd) : free.length)
  const headings = text.flatMap((paragraph) => headingOf(paragraph) ?? [])
  const isHeading = new Set(
    headings.filter(({ paragraph, end }) => end >= paragraph.text.trimEnd().length).map(({ paragraph }) => paragraph),
  )
  return {
    pages: document.pages,
    evenAndOddHeaders: document.evenAndOddHeaders,
    letterhead,
    number,
    title,
    addressee,
    headings,
    body: text.filter((one) => !isHeading.has(one) && one.format.align !== 'center' && one.format.align !== 'right'),
    attachments: attachmentAt === -1 ? [] : attachmentLines(free, attachmentAt, office ?? date?.paragraph),
    office,
    date,
    imprint: lines
      .slice(date ? lines.indexOf(date.paragraph) + 1 : lines.length)
      .filter(({ text }) => IMPRINT.test(text)),
    footers: document.paragraphs.filter((one) => one.part.startsWith('页脚')),
  }
}

/** Whether a document is an official one: it bears a number or 红头, or has what they have. */
export function isOfficial({ number, letterhead, title, addressee, office, date }: OfficialOutline): boolean {
  if (number || letterhead) return true
  return Boolean(
    addressee &&
      office &&
      date &&
      title.some(({ text }) => /关于|的(?:通知|请示|报告|函|批复|意见|决定|通报)$/.test(text.trim())),
  )
}

/** A heading stands alone in a line, or leads the paragraph that it begins: （一）加强领导。各村要…; a list in a sentence has none. */
function headingOf(paragraph: LocatedParagraph): OfficialOutline['headings'][number] | undefined {
  const level = levelOf(paragraph)
  const text = paragraph.text.trimEnd()
  if (level === undefined) return undefined
  const stop = text.search(/[。；;]/)
  if (stop === -1) return text.length <= LONGEST_HEADING ? { paragraph, level, end: paragraph.text.length } : undefined
  const leads = level === 2 && text[stop] === '。' && stop <= LONGEST_LEAD && stop < text.length - 1
  return leads ? { paragraph, level, end: stop + 1 } : undefined
}

function levelOf({ text, numbering }: LocatedParagraph): 1 | 2 | undefined {
  if (LEVEL_1.test(text)) return 1
  if (LEVEL_2.test(text)) return 2
  if (!numbering || !/^(?:chinese|ideograph|japaneseCounting|taiwanese)/.test(numbering.format)) return undefined
  if (/^%\d、/.test(numbering.text)) return 1
  return /^[（(]%\d[)）]/.test(numbering.text) ? 2 : undefined
}

function attachmentLines(
  free: readonly LocatedParagraph[],
  from: number,
  until: LocatedParagraph | undefined,
): LocatedParagraph[] {
  const end = until ? free.indexOf(until) : from + 1
  return free
    .slice(from, Math.max(from + 1, end))
    .filter((one, index) => index === 0 || /^\s*\d+\s*[.．、]/.test(one.text))
}
