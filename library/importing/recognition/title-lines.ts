import { wholeDate } from './chinese-date.ts'
import { wholeDocumentNumber } from './document-number.ts'
import { isEnactmentLine } from './enactment.ts'
import { isOrganLine } from './issuer.ts'
import { parseDivision } from './outline.ts'
import { parseProvisionStart } from './provision-heading.ts'
import { joinTitleLines } from './title.ts'

/** What stands above the text of a flat document, as indexes of its lines. */
export interface TitleLines {
  readonly title?: string
  readonly documentNumber?: string
  /** The organ in the red letterhead (某某县人民政府文件). */
  readonly letterhead?: string
  /** Lines that the metadata now says and the body need not repeat, without the title's own. */
  readonly used: ReadonlySet<number>
  /** The title's own lines. */
  readonly titleLines: ReadonlySet<number>
}

const lookedAt = 14
const longestTitle = 120
const titleNoun =
  '(?:通知|意见|办法|规定|决定|条例|细则|方案|规划|计划|要点|通报|公告|通告|公报|报告|请示|批复|函|纪要|命令|决议|议案|解释|法|规则|规程|标准|指南|手册|制度|规范|措施|总结|讲话|说明|须知|清单|目录|名单|合同|协议|章程|公约|倡议书|申请书|答复意见书|告知书|承诺书|预案|工作要点|实施方案|汇报|材料|台账|表|故事|案例|问答|解读)'
const endsLikeTitle = new RegExp(`${titleNoun}(?:[（(][^（）()]{1,24}[）)])?$`, 'u')
const ruleNoun = /(?:办法|规定|条例|细则|方案|规则|规程|规划|规范|制度|意见|决定)(?:[（(][^（）()]{1,24}[）)])?$/u
const letterheadLine = /^([\p{Script=Han}、\s\u3000]{3,60}?)(?:文件|\(?（?函）?\)?)$/u
const clerical =
  /^(?:\d{6}|(?:绝密|机密|秘密|内部)[★☆\s\u3000]*.{0,8}|特急|加急|平急|急件|签发人[：:].{0,30}|[★☆—\-_=＝*\s\u3000]+|[（(]?(?:此件|本文)?(?:公开发布|主动公开|依申请公开|征求意见稿|试行|草案)[）)]?)$/u

/**
 * Finds the title of a document without marked headings: the first lines that read like one,
 * below the letterhead and the document number (GB/T 9704-2012 §7.2 and §7.3), joined when broken.
 */
export function findTitleLines(lines: readonly string[]): TitleLines {
  const used = new Set<number>()
  const titleLines = new Set<number>()
  let documentNumber: string | undefined
  let letterhead: string | undefined
  let title: string | undefined
  for (let at = 0; at < Math.min(lines.length, lookedAt); at++) {
    const line = (lines[at] ?? '').trim()
    if (line === '') continue
    if (clerical.test(line)) continue
    const number = wholeDocumentNumber(line)
    if (number) {
      documentNumber ??= number
      used.add(at)
      continue
    }
    const head = title === undefined ? letterheadLine.exec(line)?.[1] : undefined
    if (head && isOrganLine(head.replace(/[\s\u3000]/g, ''))) {
      letterhead = head
      used.add(at)
      continue
    }
    if (title !== undefined || !canBeTitle(line)) {
      if (isEnactmentLine(line)) continue
      break
    }
    const end = titleEnd(lines, at)
    title = joinTitleLines(lines.slice(at, end + 1), '')
    const book = title.endsWith('法典') ? (lines[end + 1] ?? '').trim() : ''
    const last = /^(?:\p{Script=Han}{1,8}编|总则|附则)$/u.test(book) ? end + 1 : end
    if (last > end) title = `${title} ${book}`
    for (let part = at; part <= last; part++) titleLines.add(part)
    at = last
  }
  return {
    used,
    titleLines,
    ...(title && { title }),
    ...(documentNumber && { documentNumber }),
    ...(letterhead && { letterhead: letterhead.replace(/[\s\u3000]/g, '') }),
  }
}

/** Text that could be set as a title: short, no sentence, no numbered part, no salutation. */
export function canBeTitle(line: string): boolean {
  if (line.length < 2 || line.length > longestTitle || /[。；;：:，,]$/.test(line)) return false
  if (/[。；]/.test(line.replace(/《[^》]*》/g, ''))) return false
  if (/[|{}[\]\\<>]/.test(line) || !/[\p{L}]/u.test(line)) return false
  return !(
    isEnactmentLine(line) ||
    wholeDate(line) ||
    parseDivision(line) ||
    parseProvisionStart(line) ||
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|目[ \u3000]*[录次]$|附件)/.test(line)
  )
}

/** The last line of a title that begins at `start`: broken titles go on until one ends with a document's kind. */
function titleEnd(lines: readonly string[], start: number): number {
  const first = lines[start]?.trim() ?? ''
  if (endsLikeTitle.test(first)) return start
  let joined = first
  for (let at = start + 1; at < Math.min(lines.length, start + 4); at++) {
    const line = lines[at]?.trim() ?? ''
    if (!canBeTitle(line) || line.length > 40 || wholeDocumentNumber(line)) return start
    joined += line
    if (!endsLikeTitle.test(line)) continue
    // 关于…的通知 may be broken anywhere; other titles are broken once at most, and two headings are not one.
    const about = /关于|印发|转发|批转/.test(joined)
    return about || (at === start + 1 && !/[，：“”]/.test(joined) && ruleNoun.test(line)) ? at : start
  }
  return start
}

/** True when a line both can be a title and ends with the name of a kind of document. */
export function looksLikeTitle(line: string): boolean {
  return canBeTitle(line) && endsLikeTitle.test(line)
}
