import { parseChineseNumber } from './chinese-number.ts'

/** A provision's number: 第十条之一 is `{ article: 10, inserted: 1 }`. */
export interface ProvisionNumber {
  readonly article: number
  readonly inserted: number
}

/** A paragraph that begins like a provision: its heading without spaces, its number and the text after it. */
export interface ProvisionStart {
  readonly heading: string
  readonly number: ProvisionNumber
  /** Whether white space parts heading and text, as in print; without it a reference is likelier. */
  readonly spaced: boolean
  readonly rest: string
}

const start =
  /^[ \t\u00A0\u3000]*(?:\*\*)?(第[ \u3000]*([〇零○一二三四五六七八九十百千0-9０-９]{1,9})[ \u3000]*条(?:[ \u3000]*之[ \u3000]*([一二三四五六七八九十]{1,3}))?)(?:\*\*)?([ \t\u00A0\u3000：:]*)/u
/** What never opens a provision, only goes on about one: 第十条第二款, 第十条、第十一条, 第十条规定的. */
const reference =
  /^(?:第[〇零一二三四五六七八九十百0-9]+[款项目]|[、，,；;。）)》”]|(?:之|的)?规定[的，、或和及]|(?:和|或者?|至|到|及|以及|与)第[〇零一二三四五六七八九十百0-9]|(?:修改|改|增加|删除|删去|移作|合并)[为至])/u
/** What opens a provision only when a space sets it apart: 第十条　有关部门应当…, but 第十条有关…. */
const looseReference = /^(?:规定|所列|所称|所指|第|以及|的|之规定|中的|有关)/u

/** Reads the beginning of a paragraph as 第…条 or 第…条之…, or returns undefined; references to other provisions are not starts. */
export function parseProvisionStart(paragraph: string): ProvisionStart | undefined {
  const match = start.exec(paragraph)
  if (!match) return undefined
  const article = parseChineseNumber(match[2] ?? '')
  if (!article) return undefined
  const inserted = match[3] ? (parseChineseNumber(match[3]) ?? 0) : 0
  const rest = paragraph.slice(match[0].length)
  const spaced = match[4] !== '' || rest === ''
  if (reference.test(rest) || (!spaced && looseReference.test(rest))) return undefined
  const heading = (match[1] ?? '').replace(/[ \u3000]/g, '')
  return { heading, number: { article, inserted }, spaced, rest }
}

/** Whether `next` may follow `last` in a text: numbers ascend, or begin again at 1 in an annex. */
export function follows(last: ProvisionNumber | undefined, next: ProvisionNumber, spaced: boolean): boolean {
  if (!last) return spaced || next.article === 1
  if (next.article === last.article)
    return next.inserted > last.inserted && (spaced || next.inserted === last.inserted + 1)
  if (next.article === last.article + 1) return true
  if (next.article === 1 && next.inserted === 0) return spaced && last.article > 1
  return spaced && next.article > last.article
}
