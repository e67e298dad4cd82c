import { numeralClass, parseChineseNumber } from '../../importing/recognition/chinese-number.ts'
import { foldText } from '../han-text.ts'

/** A 发文字号: 国发〔2024〕12号, 国务院令第588号. */
export interface DocumentNumber {
  /** 国发, 国务院令; folded, without 中华人民共和国. */
  readonly agency: string
  readonly year?: number | undefined
  readonly number: number
}

const OPEN = '[〔\\[(（【{<《⟨]?'
const CLOSE = '[〕\\])）】}>》⟩]?'
const YEAR = '(?<year>(?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3})'
const NUMBER = `(?<number>[${numeralClass}]{1,8})`
const AGENCY = '(?<agency>[\\p{Script=Han}、,·]{1,60}?)'
/** 国发〔2024〕12号, and without brackets as far as it stays clear which digits are the year. */
const WITH_YEAR = new RegExp(`^${AGENCY}(?:${OPEN}${YEAR}年?${CLOSE}[-—–.]?)第?${NUMBER}号?$`, 'u')
/** 国务院令第588号, 国发12号. */
const WITHOUT_YEAR = new RegExp(`^${AGENCY}第?${NUMBER}号$`, 'u')
/** 第588号国务院令. */
const NUMBER_FIRST = new RegExp(`^第?${NUMBER}号(?<agency>\\p{Script=Han}{0,30}令)$`, 'u')
const ORDER = new RegExp(`^(?<agency>[\\p{Script=Han}、,]{0,40}令)第?${NUMBER}号?$`, 'u')
/** 国令第588号 is how the State Council itself numbers its orders today. */
const ALIASES: Readonly<Record<string, string>> = { 国令: '国务院令', 国家主席令: '主席令' }

/**
 * Reads a 发文字号 in any typed form: 国发2024 12号, 国发[2024]12号, 国发（２０２４）第12号, 國發【2024】12,
 * 国发 12号, 国务院令588号, 主席令第三十二号.
 * @returns undefined when the text as a whole is none
 */
export function readDocumentNumber(typed: string): DocumentNumber | undefined {
  if (typed.length > 100) return undefined
  const spaced = foldText(typed).trim()
  // A blank between year and number is the only thing that keeps 2024 12 from being one number.
  const text = spaced.replace(/(\d)\s+(?=\d)/g, '$1-').replace(/[\s"“”]+/g, '')
  const match = WITH_YEAR.exec(text) ?? ORDER.exec(text) ?? WITHOUT_YEAR.exec(text) ?? NUMBER_FIRST.exec(text)
  const { agency = '', year, number = '' } = match?.groups ?? {}
  const value = parseChineseNumber(number)
  if (!match || value === undefined || value === 0) return undefined
  const plain = plainAgency(agency)
  if (plain === '') return undefined
  return { agency: plain, ...(year !== undefined && { year: parseChineseNumber(year) }), number: value }
}

/**
 * How a printed 发文字号 fits what was asked for. `near`: the year was not typed or not printed, or what was
 * typed is one of several agencies (公安部令第7号 of 海关总署、公安部令第7号).
 */
export function matchDocumentNumber(asked: DocumentNumber, printed: string): 'exact' | 'near' | undefined {
  const read = readDocumentNumber(printed)
  if (read?.number !== asked.number) return undefined
  const sameYear = read.year === asked.year
  if (!sameYear && read.year !== undefined && asked.year !== undefined) return undefined
  if (read.agency === asked.agency) return sameYear ? 'exact' : 'near'
  const bare = (agency: string) => agency.replace(/令$/, '')
  const parts = bare(read.agency).split(/[、,]/)
  const isOrder = read.agency.endsWith('令') && asked.agency.endsWith('令')
  return isOrder && (asked.agency === '令' || parts.includes(bare(asked.agency))) ? 'near' : undefined
}

/** 国发2024年12号 as it would be printed in a text, 国发〔2024〕12号; any other word as it is. */
export function printedDocumentNumber(word: string): string {
  const match = /^(\p{Script=Han}{1,12})[〔[(【{<]?((?:19|20)\d{2})年?[〕\])】}>]?第?(\d{1,5})号$/u.exec(word)
  return match ? `${match[1]}〔${match[2]}〕${match[3]}号` : word
}

function plainAgency(agency: string): string {
  const plain = agency.replace(/^(?:中华人民共和国)+/, '').replace(/第$/, '')
  return ALIASES[plain] ?? plain
}
