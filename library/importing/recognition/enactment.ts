import { findDates } from './chinese-date.ts'
import { findDocumentNumbers } from './document-number.ts'
import { issuersOfEnactment, joinOrgans } from './issuer.ts'

/** What the statements about how a text came to be say about it. */
export interface Enactment {
  /** The latest date of passing, issuing or amending: the date of this version. */
  readonly issuedOn?: string
  readonly effectiveFrom?: string
  readonly issuer?: string
  readonly documentNumber?: string
  /** True when the text has been amended since it was first issued. */
  readonly amended: boolean
}

const act = /通过|公布|发布|颁布|批准|修正|修订|修改|印发|施行|实施|生效|公告|制定|〔\d{4}〕\d+号/
const comesIntoForce = /施行|实施|生效/
const amends = /修正|修订|修改/

/** True for a line that only says when and by whom a text was passed, issued, amended or brought into force. */
export function isEnactmentLine(line: string): boolean {
  const text = line
    .trim()
    .replace(/^[（(]\s*/, '')
    .replace(/^根据\s*/, '')
  if (text.length > 1200 || !act.test(text)) return false
  const date = findDates(text)[0]
  return date !== undefined && date.index <= 1 && !/[。；]\s*[^）)]/.test(text.replace(/《[^》]*》/g, ''))
}

/** Reads enactment statements, one or more to a line, in the order of the document. */
export function readEnactment(lines: readonly string[]): Enactment {
  let issuedOn: string | undefined
  let effectiveFrom: string | undefined
  let documentNumber: string | undefined
  let amended = false
  const candidates: { readonly organs: string[]; readonly approval: boolean }[] = []
  for (const statement of lines.flatMap(splitStatements)) {
    const { date, text } = statement
    const bare = text.replace(/《[^》]*》|〈[^〉]*〉/g, '')
    if (comesIntoForce.test(bare) && !/发布|公布|通过|公告/.test(bare)) {
      effectiveFrom = date
      continue
    }
    if (!issuedOn || date > issuedOn) issuedOn = date
    if (amends.test(text)) amended = true
    documentNumber = findDocumentNumbers(bare)[0]?.number ?? documentNumber
    if (!amends.test(bare) || candidates.length === 0) {
      candidates.push({
        organs: issuersOfEnactment(text),
        approval: /批准|会议/.test(bare) && !/人民代表大会/.test(bare),
      })
    }
  }
  const first =
    candidates.find((one) => one.organs.length > 0 && !one.approval) ?? candidates.find((one) => one.organs.length > 0)
  const issuer = first && joinOrgans(first.organs)
  return {
    amended,
    ...(issuedOn && { issuedOn }),
    ...(effectiveFrom && { effectiveFrom }),
    ...(issuer && { issuer }),
    ...(documentNumber && { documentNumber }),
  }
}

/** Each statement begins with its date; a date inside 《》 belongs to a title. */
function splitStatements(line: string): { date: string; text: string }[] {
  const titles = [...line.matchAll(/《[^》]*》/g)].map((match) => [match.index, match.index + match[0].length] as const)
  const dates = findDates(line).filter((date) => !titles.some(([from, to]) => date.index > from && date.index < to))
  return dates.map((date, at) => ({
    date: date.iso,
    text: line
      .slice(date.index + date.length, dates[at + 1]?.index)
      .replace(/^[\s\u3000，,]+|[\s\u3000（(）)、，,]+$/g, '')
      .replace(/(?:根据|[（(]?自)$/, ''),
  }))
}
