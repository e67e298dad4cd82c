import type { ItemKind } from '../items/item-kind.ts'
import type { Validity } from '../items/validity.ts'
import { foldWithOrigin } from './han-text.ts'
import { spaceProvisions } from './provision-reference.ts'
import type { SearchNotice } from './search-view.ts'
import { type TokenRun, tokenRuns } from './tokens.ts'
import { printedDocumentNumber } from './understanding/document-number.ts'
import { type FilterReading, isFilterName, readFilter, unknownFilter } from './understanding/read-filter.ts'

/**
 * What limits a search besides words. Dates are `YYYY-MM-DD` and compare with the issue date.
 * Of several values of one filter any is enough.
 */
export interface SearchFilters {
  readonly kinds?: readonly ItemKind[] | undefined
  readonly validities?: readonly Validity[] | undefined
  /** Part of an issuer's name; several separated by commas. */
  readonly issuer?: string | undefined
  readonly topics?: readonly string[] | undefined
  readonly channels?: readonly string[] | undefined
  /** 发文字号 as typed, to be read by `readDocumentNumber`. */
  readonly documentNumber?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
  /** What was typed with `-` before it: none of these. */
  readonly except?: ExceptFilters | undefined
}

export type ExceptFilters = Pick<SearchFilters, 'kinds' | 'validities' | 'issuer' | 'topics' | 'channels'>

/** One word or "quoted phrase" of a query, folded and cut into runs. */
export interface QueryWord {
  readonly text: string
  readonly runs: readonly TokenRun[]
  /** Between quotation marks: its runs follow each other. */
  readonly phrase: boolean
}

export interface SearchQuery {
  readonly words: readonly QueryWord[]
  readonly excluded: readonly QueryWord[]
  readonly filters: SearchFilters
  /** A question in plain words: may be answered by the best rather than by the exact matches. */
  readonly question: boolean
  /** It asks (怎么, 吗, ？); a long title does not. */
  readonly asking: boolean
  /** What could not be used as meant, in the order typed. */
  readonly notices: readonly SearchNotice[]
}

/** Longer input is cut: no title or question is longer, and cost grows with the words. Characters. */
const LONGEST_QUERY = 400
const QUESTION = /[?？]|什么|怎么|如何|是否|能不能|可不可以|可以吗|哪些|哪里|多少|多久|为什么|要不要|有没有|吗$|呢$/
/** What stands between blanks; 第 62 条 and 国发 2024 12 号 are one in spite of theirs. */
const BARE =
  '(?:第\\s*[一二三四五六七八九十百千零〇两\\d]{1,9}\\s*条|\\p{Script=Han}\\s*[〔\\[(【{<]?\\s*(?:19|20)\\d{2}\\s*年?\\s*[〕\\])】}>]?\\s*第?\\s*\\d{1,5}\\s*号|[^\\s"])+'
/** `-"…"`, `issuer:"…"`, `"…"` even when never closed, or a bare word. */
const PART = new RegExp(`(-?)(?:(?:([a-z-]+|\\p{Script=Han}{1,4}):)?"([^"]*)("|$)|(${BARE}))`, 'gu')
const FILTER = /^([a-z-]+|\p{Script=Han}{1,4}):(.*)$/su

/**
 * Understands what was typed: spaces mean and, `"…"` a phrase, `-` not, and `kind:`, `topic:`, `issuer:`,
 * `number:`, `channel:`, `validity:`, `in-force`, `after:2023`, `before:`, `date:` limit, in Chinese too (类别：政策).
 * Never fails: what it cannot use as a filter is a word, and a notice says so.
 */
export function parseQuery(typed: string): SearchQuery {
  const original = typed.slice(0, LONGEST_QUERY).toWellFormed().normalize('NFC')
  const { text, origin } = foldWithOrigin(original)
  const folded = text.replace(/[“”„‟«»「」『』]/g, '"')
  const words = new Map<string, QueryWord>()
  const excluded: QueryWord[] = []
  const readings: FilterReading[] = []
  const notices: SearchNotice[] = []
  if (typed.length > LONGEST_QUERY) {
    notices.push({ typed: original.slice(-12), message: `输入太长，只用了前 ${LONGEST_QUERY} 个字。` })
  }

  for (const part of folded.matchAll(PART)) {
    const [whole, minus = '', quotedName, phrase, closing, bare = ''] = part
    const negated = minus === '-'
    const note = (message: string) =>
      notices.push({ typed: original.slice(origin[part.index], origin[part.index + whole.length]), message })
    const [, name = quotedName, value = phrase ?? ''] = (phrase === undefined && FILTER.exec(bare)) || []
    if (phrase !== undefined && closing === '' && phrase.trim() !== '') note('引号只有一边，已把后面的当作一整句查找。')
    if (bare === 'in-force' || (name !== undefined && isFilterName(name))) {
      const reading = readFilter(name ?? bare, value, negated)
      if (!('message' in reading)) {
        readings.push(reading)
        continue
      }
      note(reading.message)
      if (reading.message.endsWith('略去这一项。')) continue
    } else if (phrase === undefined && name !== undefined && /^[a-z-]{2,}$/.test(name) && !value.startsWith('//')) {
      note(unknownFilter(name))
    }
    const typedWords =
      phrase === undefined
        ? wordsOf(spaceProvisions(printedDocumentNumber(bare.replace(/\s+/g, ''))), negated)
        : [toWord(phrase, true), toWord(name ?? '', false)]
    for (const word of typedWords) {
      if (word.runs.length === 0) continue
      if (negated) excluded.push(word)
      else words.set(`${word.phrase} ${word.text}`, word)
    }
  }

  const all = [...words.values()]
  const filters = joinFilters(readings)
  const nothing = nothingToFind(original, all, excluded, filters)
  if (nothing) notices.push({ typed: original.trim().slice(0, 40), message: nothing })
  const asking = QUESTION.test(folded)
  const long = all.some((word) => !word.phrase && !word.text.includes('〔') && [...word.text].length >= 10)
  return { words: all, excluded, filters, question: long || asking, asking, notices }
}

const toWord = (text: string, phrase: boolean): QueryWord => ({ text, runs: tokenRuns(text), phrase })

/** What is excluded is excluded together: `-土地管理法62条` leaves the rest of that law in. */
const wordsOf = (spaced: string, together: boolean) =>
  (together ? [spaced] : spaced.split(' ')).map((text) => toWord(text, false))

/** Lists of one filter typed twice are joined; of dates and the like the last counts. */
function joinFilters(readings: readonly FilterReading[]): SearchFilters {
  let limits: SearchFilters = {}
  let except: ExceptFilters | undefined
  for (const reading of readings) {
    if ('limits' in reading) limits = joinLists(limits, reading.limits)
    if ('except' in reading) except = joinLists(except ?? {}, reading.except)
  }
  return except ? { ...limits, except } : limits
}

function joinLists(first: SearchFilters, second: SearchFilters): SearchFilters {
  const joined = new Map<string, unknown>(Object.entries(first))
  for (const [name, value] of Object.entries(second)) {
    const before = joined.get(name)
    joined.set(name, Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : value)
  }
  return Object.fromEntries(joined) as SearchFilters
}

function nothingToFind(
  original: string,
  words: readonly QueryWord[],
  excluded: readonly QueryWord[],
  filters: SearchFilters,
): string | undefined {
  if (words.length > 0 || original.trim() === '') return undefined
  if (excluded.length > 0) return '只写了要排除的，请再写上要找的字词。'
  return Object.keys(filters).length > 0 ? undefined : '没有可以查找的字词。'
}
