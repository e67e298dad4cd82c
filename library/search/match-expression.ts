import { provisionForms } from './provision-reference.ts'
import type { QueryWord, SearchQuery } from './search-query.ts'
import { pairTokens, type TokenRun, tokenRuns } from './tokens.ts'
import type { Synonym, Vocabulary } from './vocabulary.ts'

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

const isSingle = (run: TokenRun | undefined) => run?.type === 'han' && [...run.text].length === 1
const inOrder = (text: string) => tokenRuns(text).flatMap(pairTokens)

function runExpression(run: TokenRun): string {
  const forms = provisionForms(run.text)
  if (!forms) return quoted(pairTokens(run))
  // 第六十二条 means that provision: not the others that refer to it, nor 第六十二条之一.
  const found = forms.map((form) => `outline : ${quoted(inOrder(form))}`).join(' OR ')
  const inserted = forms.map((form) => `outline : ${quoted(inOrder(`${form}之`))}`).join(' OR ')
  return run.text.includes('之') ? `(${found})` : `((${found}) NOT (${inserted}))`
}

/** Tokens after each other; a lone character at either end may belong to a pair of the text (国发12号 in 国发12号文). */
function phraseExpression(runs: readonly TokenRun[]): string {
  const first = runs[0]
  const last = runs.at(-1)
  if (!first || !last || runs.length === 1) return first ? quoted(pairTokens(first)) : ''
  const inner = isSingle(first) ? runs.slice(1) : runs
  const phrase = quoted(inner.flatMap(pairTokens)) + (isSingle(last) ? ' *' : '')
  const within = `{title outline text number topics} : ${phrase}`
  return isSingle(first) ? `(${within} AND single : ${quoted([first.text])})` : within
}

const wordExpression = (word: QueryWord) =>
  word.phrase ? phraseExpression(word.runs) : word.runs.map(runExpression).join(' AND ')

function without(expression: string, excluded: readonly QueryWord[]): string {
  if (excluded.length === 0) return expression
  return `(${expression}) NOT (${excluded.map((word) => `(${wordExpression(word)})`).join(' OR ')})`
}

/** FTS5 expression for passages that hold every word as typed; undefined when nothing can be looked up. */
export function exactExpression(query: SearchQuery): string | undefined {
  if (query.words.length === 0) return undefined
  return without(query.words.map(wordExpression).join(' AND '), query.excluded)
}

/**
 * FTS5 expression for passages that hold each word, or an official term that stands for it;
 * undefined when no word has one.
 */
export function officialExpression(query: SearchQuery, vocabulary: Vocabulary): string | undefined {
  const synonyms = query.words.map((word) => (word.phrase ? undefined : vocabulary.of(word.text)))
  if (synonyms.every((synonym) => synonym === undefined)) return undefined
  const words = query.words.map((word, index) => {
    const official = synonyms[index]?.official.map(termExpression) ?? []
    return `(${[wordExpression(word), ...official].map((one) => `(${one})`).join(' OR ')})`
  })
  return without(words.join(' AND '), query.excluded)
}

const termExpression = (term: string) => phraseExpression(tokenRuns(term))

/** FTS5 expression for passages that hold any telling pair of the words; for questions and near misses. */
export function looseExpression(query: SearchQuery, synonyms: readonly Synonym[] = []): string | undefined {
  const tokens = [...new Set(query.words.flatMap((word) => word.runs.flatMap(pairTokens)))]
  const telling = tokens.filter((token) => !ASKING.has(token))
  const chosen = (telling.length > 0 ? telling : tokens).slice(0, MOST_TERMS)
  if (chosen.length === 0) return undefined
  const official = synonyms.flatMap((synonym) => synonym.official.map(termExpression)).slice(0, MOST_TERMS)
  return without([...chosen.map((token) => quoted([token])), ...official].join(' OR '), query.excluded)
}

/** The strings to mark in what is shown: whole runs when exact, pairs when loose. */
export function markTerms(query: SearchQuery, loose: boolean): string[] {
  const runs = query.words.flatMap((word) => word.runs)
  const terms = loose ? runs.flatMap(pairTokens).filter((token) => !ASKING.has(token)) : runs.map((run) => run.text)
  return [...new Set(terms)]
}
