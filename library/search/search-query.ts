import { ItemKind } from '../items/item-kind.ts'
import { Validity } from '../items/validity.ts'
import { foldText } from './han-text.ts'
import { closeProvisions, spaceProvisions } from './provision-reference.ts'
import { type TokenRun, tokenRuns } from './tokens.ts'

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
  /** Between quotation marks: its runs follow each other. */
  readonly phrase: boolean
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
/** `-"…"`, `issuer:"…"`, `"…"` even when never closed, or what stands between blanks. */
const PART = /(-?)(?:(?:([a-z-]+):)?"([^"]*)(?:"|$)|([^\s"]+))/g
const FILTER = /^([a-z-]+):(.+)$/
const KINDS: Readonly<Record<string, ItemKind>> = { 政策: 'policy', 文书: 'template', 故事: 'story', 指南: 'guide' }
const VALIDITIES: Readonly<Record<string, Validity>> = {
  现行: 'in-force',
  尚未生效: 'not-yet',
  已修改: 'amended',
  已废止: 'repealed',
  失效: 'expired',
}

/**
 * Understands what was typed: spaces mean and, `"…"` a phrase, `-` not, and `kind:`, `issuer:`,
 * `validity:`, `in-force`, `after:2023`, `before:` limit. Never fails: what it cannot use as a filter is a word.
 */
export function parseQuery(typed: string): SearchQuery {
  const folded = foldText(typed.slice(0, LONGEST_QUERY).toWellFormed().normalize('NFC')).replace(
    /[“”„‟«»「」『』]/g,
    '"',
  )
  const words = new Map<string, QueryWord>()
  const excluded: QueryWord[] = []
  let filters: SearchFilters = {}
  for (const [, minus, name, phrase, bare = ''] of closeProvisions(folded).matchAll(PART)) {
    const limited =
      phrase === undefined
        ? readFilter(...splitFilter(bare))
        : name === undefined
          ? undefined
          : readFilter(name, phrase)
    if (limited && minus === '') {
      filters = { ...filters, ...limited }
      continue
    }
    const typedWords =
      phrase === undefined
        ? wordsOf(spaceProvisions(bare), minus === '-')
        : [toWord(phrase, true), toWord(name ?? '', false)]
    for (const word of typedWords) {
      if (word.runs.length === 0) continue
      if (minus === '-') excluded.push(word)
      else words.set(`${word.phrase} ${word.text}`, word)
    }
  }
  const all = [...words.values()]
  const long = all.some((word) => !word.phrase && [...word.text].length >= 10)
  return { words: all, excluded, filters, question: long || QUESTION.test(folded) }
}

const toWord = (text: string, phrase: boolean): QueryWord => ({ text, runs: tokenRuns(text), phrase })

/** What is excluded is excluded together: `-土地管理法62条` leaves the rest of that law in. */
const wordsOf = (spaced: string, together: boolean) =>
  (together ? [spaced] : spaced.split(' ')).map((text) => toWord(text, false))

function splitFilter(part: string): [name: string, value: string] {
  const [, name = part, value = ''] = FILTER.exec(part) ?? []
  return [name, value]
}

function readFilter(name: string, value: string): SearchFilters | undefined {
  switch (name) {
    case 'in-force':
      return value === '' || value === 'true' || value === 'yes' ? { validities: ['in-force'] } : undefined
    case 'kind': {
      const kind = ItemKind.safeParse(KINDS[value] ?? value)
      return kind.success ? { kinds: [kind.data] } : undefined
    }
    case 'validity': {
      const validity = Validity.safeParse(VALIDITIES[value] ?? value)
      return validity.success ? { validities: [validity.data] } : undefined
    }
    case 'issuer':
      return value.trim() === '' ? undefined : { issuer: value.trim() }
    case 'after': {
      const after = readDay(value, '-01-01')
      return after === undefined ? undefined : { after }
    }
    case 'before': {
      const before = readDay(value, '-12-31')
      return before === undefined ? undefined : { before }
    }
    default:
      return undefined
  }
}

/** 2023, 2023-5, 2023年5月 or 2023-05-01, filled up from `rest`; 31 stands for the last day of any month. */
function readDay(value: string, rest: '-01-01' | '-12-31'): string | undefined {
  const match = /^(\d{4})(?:[-./年](\d{1,2}))?(?:[-./月](\d{1,2}))?[年月日]?$/.exec(value)
  if (!match?.[1]) return undefined
  const [month = rest.slice(1, 3), day = rest.slice(4)] = match.slice(2).map((part) => part?.padStart(2, '0'))
  return month >= '01' && month <= '12' && day >= '01' && day <= '31' ? `${match[1]}-${month}-${day}` : undefined
}
