import { chineseNumber } from '../../items/chinese-number.ts'
import type { LibraryAccess } from '../../store/library-access.ts'
import { openPolicies } from '../../templates/check/policies/open-policies.ts'
import type { ShownPolicy } from '../story.schema.ts'

/** A provision named without 书名号: 按照土地管理法第62条. */
export interface UnmarkedCitation extends ShownPolicy {
  /** The words it was read from. */
  readonly quote: string
}

const NUMERAL = '[一二三四五六七八九十百千零〇两0-9]+'
const NAMED = new RegExp(
  `([\\p{Script=Han}]{2,30}(?:法|法典|条例|办法|规定|细则))(第(${NUMERAL})条(之${NUMERAL})?)`,
  'gu',
)
const SHORTEST_TITLE = 3

/**
 * Provisions that a text names without 书名号, of policies that this library holds: only by its title can the
 * beginning of a name be told in running text.
 */
export async function unmarkedCitations(library: LibraryAccess, text: string): Promise<UnmarkedCitation[]> {
  const matches = [...text.matchAll(NAMED)]
  if (matches.length === 0) return []
  const policies = await openPolicies(library)
  const found = new Map<string, UnmarkedCitation>()
  for (const [, words = '', said = '', number = '', inserted = ''] of matches) {
    for (let start = 0; start <= words.length - SHORTEST_TITLE; start++) {
      const title = words.slice(start)
      if (policies.named(title).length === 0) continue
      const value = /^\d+$/.test(number) ? Number(number) : 0
      const provision = value > 0 ? `第${chineseNumber(value)}条${inserted}` : said
      found.set(`${title} ${provision}`, { title, provision, quote: `${title}${said}` })
      break
    }
  }
  return [...found.values()]
}
