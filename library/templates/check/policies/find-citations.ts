import { findDocumentNumbers } from '../../../importing/recognition/document-number.ts'
import { chineseNumber } from '../../../items/chinese-number.ts'

/** A policy cited in a text; `start` and `end` hold the title with its 书名号 and the note behind it. */
export interface Citation {
  readonly title: string
  readonly whole: string
  readonly start: number
  readonly end: number
  /** What stands in brackets behind the title. */
  readonly note: string | undefined
  /** The year of the version named: 2019 in （2019年修正）. */
  readonly versionYear: number | undefined
  /** 国发〔2024〕12号, in its normal form. */
  readonly documentNumber: string | undefined
  /** 第六十二条 …, as printed in statutes. */
  readonly provisions: readonly { readonly provision: string; readonly start: number; readonly end: number }[]
  /** Told as something past: 原《…》, 《…》同时废止. */
  readonly historic: boolean
}

const TITLE = /《((?:[^《》]|《[^《》]*》){2,120})》(?:\s*[（(]((?:[^（）()]|[（(][^（）()]*[)）]){1,60})[)）])?/g
const NUMERAL = '[一二三四五六七八九十百千零〇两0-9]+'
const PROVISIONS = new RegExp(
  `^(?:(?:[、,，和及与]|以及)?第${NUMERAL}条(?:之${NUMERAL})?(?:第${NUMERAL}款)?(?:(?:第)?[（(]?${NUMERAL}[)）]?项)?(?:规定)?)+`,
)
const PROVISION = new RegExp(`第(${NUMERAL})条(之${NUMERAL})?`, 'g')
/** A title that ends so is a form, a letter or a book, not a policy. */
const NO_POLICY =
  /(?:表|书|单|册|证|合同|协议|日报|晚报|杂志|报告|清单|台账|材料|手册|记录|申请|证明|登记簿|章程|公约|村规民约)$/

/** The policies that a text names, in order. */
export function findCitations(text: string): Citation[] {
  return [...text.matchAll(TITLE)].flatMap((match) => {
    const [whole, title = '', note] = match
    if (NO_POLICY.test(title)) return []
    const end = match.index + whole.length
    const after = text.slice(end)
    const titleOnly = note === undefined || isAbout(note) ? whole : whole.slice(0, title.length + 2)
    const [provisions = ''] = PROVISIONS.exec(after) ?? []
    const year = /((?:19|20)\d{2})年?(?:第?[一二三四五六七八九十]次)?(?:修正|修订|修改|版)/.exec(note ?? '')?.[1]
    return [
      {
        title: title.replace(/\s/g, ''),
        whole: titleOnly,
        start: match.index,
        end: match.index + titleOnly.length,
        note: titleOnly === whole ? note : undefined,
        versionYear: year === undefined ? undefined : Number(year),
        documentNumber: findDocumentNumbers(note ?? '')[0]?.number,
        provisions: [...provisions.matchAll(PROVISION)].flatMap((found) => {
          const number = found[1] ?? ''
          const value = /^\d+$/.test(number) ? Number(number) : 0
          if (/^\d+$/.test(number) && value === 0) return []
          const provision = value > 0 ? `第${chineseNumber(value)}条${found[2] ?? ''}` : found[0]
          const at = end + found.index
          return [{ provision, start: at, end: at + found[0].length }]
        }),
        historic:
          /(?:原|废止|修改|修订|旧|已失效的|曾经?的?|宣布|停止执行|公布的?)$/.test(
            text.slice(0, match.index).trimEnd(),
          ) || /^[^。；]{0,60}(?:同时废止|予以废止|自行废止|即行废止|停止执行|已经?废止|不再执行|作废)/.test(after),
      },
    ]
  })
}

/** A note on which version or number is meant, not （以下简称…）. */
const isAbout = (note: string) => /\d{4}|号|修正|修订|修改|试行|令/.test(note) && !/以下|简称/.test(note)
