import { chineseNumber } from '../items/chinese-number.ts'
import { ItemKind } from '../items/item-kind.ts'
import { Validity } from '../items/validity.ts'
import { foldText } from './han-text.ts'
import { pairTokens, type TokenRun, tokenRuns } from './tokens.ts'

/** What limits a search besides words. Dates are `YYYY-MM-DD` and compare with the issue date. */
export interface SearchFilters {
  readonly kinds?: readonly ItemKind[] | undefined
  readonly validities?: readonly Validity[] | undefined
  readonly issuer?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** One word or "quoted phrase" of a query, folded and cut into runs. */
export interface QueryWord {
  readonly text: string
  readonly runs: readonly TokenRun[]
}

export interface SearchQuery {
  readonly words: readonly QueryWord[]
  readonly excluded: readonly QueryWord[]
  readonly filters: SearchFilters
  /** A question in plain words: may be answered by the best rather than by the exact matches. */
  readonly question: boolean
}

/** Longer input is cut: no title or question is longer, and cost grows with the words. Characters. */
const LONGEST_QUERY = 400
const QUESTION = /[?？]|什么|怎么|如何|是否|能不能|可不可以|可以吗|哪些|哪里|多少|多久|为什么|要不要|有没有|吗$|呢$/
const PART = /(-?)(?:"([^"]*)"?|([^\s"]+))/g
const FILTER = /^(kind|issuer|after|before|validity):(.+)$/
/** 第62条, and 62条 at the end or before a blank or a further place. */
const PROVISION_NUMBER = /第\s*(\d{1,4})\s*条|(?<!\d)(\d{1,4})条(?=$|\s|第)/g
/** A provision with the clause and item that may follow it: the provision is what is found. */
const PROVISION_REFERENCE =
  /(第[一二三四五六七八九十百千零〇两]+条(?:之[一二三四五六七八九十]+)?)(?:第[一二三四五六七八九十]+款)?(?:第?\(?[一二三四五六七八九十]+\)?项)?/g
const PROVISION = /^第[一二三四五六七八九十百千零〇两]+条(之[一二三四五六七八九十]+)?$/
const YEAR = /^\d{4}$/

/**
 * Understands what was typed: spaces mean and, `"…"` a phrase, `-` not, and `kind:`, `issuer:`,
 * `validity:`, `in-force`, `after:2023`, `before:` limit. Never fails: what it cannot use as a filter is a word.
 */
export function parseQuery(typed: string): SearchQuery {
  const folded = foldText(typed.slice(0, LONGEST_QUERY))
    .replace(/[“”„‟«»]/g, '"')
    .replace(PROVISION_NUMBER, (typedNumber, whole?: string, bare?: string) => {
      const number = Number(whole ?? bare)
      return number > 0 ? ` 第${chineseNumber(number)}条` : typedNumber
    })
    .replace(PROVISION_REFERENCE, ' $1 ')
  const words: QueryWord[] = []
  const excluded: QueryWord[] = []
  let filters: SearchFilters = {}
  for (const [, minus, phrase, bare] of folded.matchAll(PART)) {
    const limited = phrase === undefined && bare !== undefined ? readFilter(bare) : undefined
    if (limited) {
      filters = { ...filters, ...limited }
      continue
    }
    const text = phrase ?? bare ?? ''
    const runs = tokenRuns(text)
    if (runs.length === 0) continue
    if (minus === '-') excluded.push({ text, runs })
    else words.push({ text, runs })
  }
  const long = words.some((word) => [...word.text].length >= 10)
  return { words, excluded, filters, question: long || QUESTION.test(folded) }
}

function readFilter(part: string): SearchFilters | undefined {
  if (/^in-force(:(true|yes)?)?$/.test(part)) return { validities: ['in-force'] }
  const [, name, value = ''] = FILTER.exec(part) ?? []
  switch (name) {
    case 'kind': {
      const kind = ItemKind.safeParse(value)
      return kind.success ? { kinds: [kind.data] } : undefined
    }
    case 'validity': {
      const validity = Validity.safeParse(value)
      return validity.success ? { validities: [validity.data] } : undefined
    }
    case 'issuer':
      return { issuer: value }
    case 'after':
      return { after: YEAR.test(value) ? `${value}-01-01` : value }
    case 'before':
      return { before: YEAR.test(value) ? `${value}-12-31` : value }
    default:
      return undefined
  }
}

/** Pairs that ask rather than tell; they would only pull in what is common. */
const ASKING = new Set(
  [
    '什么 怎么 么办 如何 是否 可以 以吗 哪些 多少 为什 能不 不能 吗 呢 请问 问一 一下 有没 没有 应该 该怎 么样 怎样 我的 的人 这个 那个',
    '如果 是不 不是 的话 哪个 哪里 需要 要什',
  ]
    .join(' ')
    .split(' '),
)
const MOST_TERMS = 48

const quoted = (tokens: readonly string[]) => `"${tokens.join(' ')}"`

function runExpression(run: TokenRun): string {
  // 第六十二条 means that provision, not the others that refer to it.
  if (PROVISION.test(run.text)) return `outline : ${quoted(pairTokens(run))}`
  if (run.type === 'han' && [...run.text].length === 1)
    return `(${quoted([run.text])} OR single : ${quoted([run.text])})`
  return quoted(pairTokens(run))
}

const wordExpression = (word: QueryWord) => word.runs.map(runExpression).join(' AND ')

function without(expression: string, excluded: readonly QueryWord[]): string {
  if (excluded.length === 0) return expression
  return `(${expression}) NOT (${excluded.map((word) => `(${wordExpression(word)})`).join(' OR ')})`
}

/** FTS5 expression for passages that hold every word as typed; undefined when nothing can be looked up. */
export function exactExpression(query: SearchQuery): string | undefined {
  if (query.words.length === 0) return undefined
  return without(query.words.map(wordExpression).join(' AND '), query.excluded)
}

/** FTS5 expression for passages that hold any telling pair of the words; for questions and near misses. */
export function looseExpression(query: SearchQuery): string | undefined {
  const tokens = [...new Set(query.words.flatMap((word) => word.runs.flatMap(pairTokens)))]
  const telling = tokens.filter((token) => !ASKING.has(token))
  const chosen = (telling.length > 0 ? telling : tokens).slice(0, MOST_TERMS)
  if (chosen.length === 0) return undefined
  return without(chosen.map((token) => quoted([token])).join(' OR '), query.excluded)
}

/** The strings to mark in what is shown: whole runs when exact, pairs when loose. */
export function markTerms(query: SearchQuery, loose: boolean): string[] {
  const runs = query.words.flatMap((word) => word.runs)
  const terms = loose ? runs.flatMap(pairTokens).filter((token) => !ASKING.has(token)) : runs.map((run) => run.text)
  return [...new Set(terms)]
}
