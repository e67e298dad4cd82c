import { parseChineseNumber } from '../../importing/recognition/chinese-number.ts'
import { chineseNumber } from '../../items/chinese-number.ts'
import { identityTitle } from '../../items/item-identity.ts'
import { foldText } from '../han-text.ts'

/** One provision of one document, as somebody named it. */
export interface NamedPlace {
  /** As `identityTitle` has it, folded: 土地管理法. */
  readonly titleKey: string
  /** How the provision's heading may be printed: 第六十二条, 第62条. */
  readonly headings: readonly string[]
  /** As it is cited, with clause and item: 第六十二条第一款第（三）项. */
  readonly citation: string
}

const N = '[一二三四五六七八九十百千零〇两\\d]{1,9}'
/** What may follow without changing which place is meant. */
const ASKING =
  /(?:的?(?:内容|规定|原文|全文)?(?:是什么|是怎么规定的?|怎么规定的?|怎么说的?|说了?什么|讲了?什么|规定了?什么)?)[?？。]?$/
const NUMBERED = new RegExp(
  `^(?<title>.*?)(?:第(?<marked>${N})(?:条|(?=$))|(?<!\\d)(?<bare>\\d{1,4}|[一二三四五六七八九十百]{1,7})条)` +
    `(?:之(?<inserted>${N}))?(?:第?(?<clause>${N})款)?(?:第?[(（]?(?<item>${N})[)）]?项)?$`,
)
/** 民法典1043: only after what is certainly a statute, since many titles end in a number. */
const STATUTE =
  /^(?<title>.*(?:法|法典|民法典|条例|规定|规则|办法|细则|解释|决定|章程|规程|准则)[》"]?)(?<bare>\d{1,4})(?:-(?<clause>\d{1,2}))?$/

/**
 * Reads 土地管理法62条, 《土地管理法》第62条第（一）项, 土地管理法 第六十二条第一款, 民法典1043.
 * @returns undefined when no title or no provision was typed, or more than both
 */
export function readPlace(typed: string): NamedPlace | undefined {
  if (typed.length > 120) return undefined
  const text = foldText(typed).replace(/\s+/g, '').replace(ASKING, '')
  const { title = '', marked, bare, inserted, clause, item } = (NUMBERED.exec(text) ?? STATUTE.exec(text))?.groups ?? {}
  const titleKey = identityTitle(title.replace(/[,，:：的]+$/, ''))
  const number = parseChineseNumber(marked ?? bare ?? '')
  // 第五十条 alone, or 3条 in 关于5条措施: nothing is named.
  if (!number || titleKey === '' || [...titleKey].length < 2) return undefined
  const between = inserted === undefined ? undefined : parseChineseNumber(inserted)
  const suffix = between ? `之${chineseNumber(between)}` : ''
  const heading = `第${chineseNumber(number)}条${suffix}`
  const printed = [heading, `第${number}条${between ? `之${between}` : ''}`]
  if (suffix !== '') printed.push(`第${number}条${suffix}`)
  const below = [
    clause === undefined ? '' : `第${written(clause)}款`,
    item === undefined ? '' : `第（${written(item)}）项`,
  ]
  return { titleKey, headings: [...new Set(printed)], citation: heading + below.join('') }
}

function written(number: string): string {
  const value = parseChineseNumber(number)
  return value ? chineseNumber(value) : number
}
