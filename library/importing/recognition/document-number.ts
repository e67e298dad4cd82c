import { numeralClass, parseChineseNumber } from './chinese-number.ts'

const open = '[〔〖\\[［【（(〈﹝]'
const close = '[〕〗\\]］】）)〉﹞]'
const space = '[ \\t\\u3000]*'
const digit = '[0-9０-９]'

/** 国发〔2024〕12号 in every typed variant: the organ's code, a bracketed year, an ordinal. */
const coded = new RegExp(
  `([\\p{Script=Han}A-Za-z（）()]{1,20}?)${space}${open}${space}(${digit}{4}|[〇零○一二三四五六七八九]{4})${space}年?${space}${close}${space}第?${space}([${numeralClass}]{1,6})${space}号`,
  'gu',
)

/** 国务院令第753号, 中华人民共和国主席令第三十二号, 某某省人民政府公告2024年第3号. */
const numbered = new RegExp(
  `([\\p{Script=Han}、]{0,40}?(?:令|公告))${space}(?:[（(]?((?:19|20)${digit}{2})${space}年[）)]?)?${space}[（(]?${space}第${space}([${numeralClass}]{1,8})${space}号${space}[）)]?`,
  'gu',
)

/** A document number (发文字号) in its normal form, and where it stands in the text. */
export interface FoundNumber {
  readonly number: string
  readonly index: number
  readonly length: number
}

/** All document numbers in a text, in order, each in its normal form (GB/T 9704-2012 §7.2.5). */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of text.matchAll(coded)) {
    const code = organCode(match[1] ?? '')
    const year = parseChineseNumber(halfWidth(match[2] ?? ''))
    const ordinal = parseChineseNumber(match[3] ?? '')
    if (!code || !year || year < 1949 || year > 2999 || !ordinal) continue
    found.push({ number: `${code}〔${year}〕${ordinal}号`, index: match.index, length: match[0].length })
  }
  for (const match of text.matchAll(numbered)) {
    const organ = orderingOrgan(match[1] ?? '')
    if (!organ) continue
    const year = match[2] ? `${halfWidth(match[2])}年` : ''
    found.push({
      number: `${organ}${year}第${halfWidth(match[3] ?? '')}号`,
      index: match.index,
      length: match[0].length,
    })
  }
  return found.sort((a, b) => a.index - b.index)
}

/** The document number when a whole line is one, as below the red letterhead. */
export function wholeDocumentNumber(line: string): string | undefined {
  const text = line
    .trim()
    .replace(/^[（(]\s*(?=.*[）)]$)/, '')
    .replace(/号\s*[）)]$/, '号')
  const found = findDocumentNumbers(text)
  const first = found[0]
  return first && first.index === 0 && first.length === text.length ? first.number : undefined
}

/** Running text may stand before the code; the code itself begins after the last such word. */
function organCode(text: string): string | undefined {
  const bare = text
    .replace(/[()（）]+$/g, '')
    .replace(/^.*(?:文号|字号|编号|根据|依照|按照|见|以|和|与|及|的|（|\()/u, '')
  return bare !== '' && bare.length <= 14 ? bare : undefined
}

function orderingOrgan(text: string): string | undefined {
  const bare = text
    .replace(/^.*(?:根据|依照|按照|文号|发布|公布|以|由)(?=.)/u, '')
    .replace(/^(?:年|月|日)+/u, '')
    .replaceAll('中华人民共和国', '')
  // 「命令第3号」 or a bare 「公告第3号」 names nobody.
  return /^.{2,}(?:令|公告)$/u.test(bare) && !/^(?:命令|本令|法令)$/u.test(bare) ? bare : undefined
}

function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}
