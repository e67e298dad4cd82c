import { parseChineseNumber } from '../importing/recognition/chinese-number.ts'
import { chineseNumber } from '../items/chinese-number.ts'

const NUMERALS = '一二三四五六七八九十百千零〇两'
/** 第62条, and 62条 before the end or a further place. */
const NUMBERED = /(第)?(?<!\d)(\d{1,4})条(?:之(\d{1,2}))?/g
/** A provision with the clause and item that may follow it: the provision is what is found. */
const REFERENCE = new RegExp(
  `(第[${NUMERALS}]+条(?:之[一二三四五六七八九十]+)?)(?:第[${NUMERALS}\\d]+款)?(?:第?\\(?[${NUMERALS}\\d]+\\)?项)?`,
  'g',
)
const PROVISION = new RegExp(`^第([${NUMERALS}]+)条(之[一二三四五六七八九十]+)?$`)

/** A word of a query with each provision it names set apart in Chinese numbers: 土地管理法62条 → 土地管理法 第六十二条. */
export function spaceProvisions(word: string): string {
  return word
    .replace(
      NUMBERED,
      (typed: string, mark: string | undefined, article: string, inserted: string | undefined, at: number) => {
        const rest = word.slice(at + typed.length)
        if (Number(article) === 0 || (mark === undefined && rest !== '' && !rest.startsWith('第'))) return typed
        const suffix = inserted === undefined || Number(inserted) === 0 ? '' : `之${chineseNumber(Number(inserted))}`
        return `第${chineseNumber(Number(article))}条${suffix}`
      },
    )
    .replace(REFERENCE, ' $1 ')
    .trim()
}

/** How a provision may be printed (第六十二条, 第62条), or undefined for any other text. */
export function provisionForms(text: string): readonly string[] | undefined {
  const [, number = '', inserted = ''] = PROVISION.exec(text) ?? []
  const value = parseChineseNumber(number)
  return value === undefined ? undefined : [text, `第${value}条${inserted}`]
}
