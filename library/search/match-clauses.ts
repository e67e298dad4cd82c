import type { Clause, Phrase, WeightedTerm } from './index/passage-index.ts'
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
/** More words than any question has; each costs a look-up. */
const MOST_TERMS = 64
/** What stands for a word tells a little less than the word itself. */
const OFFICIAL_WEIGHT = 0.6

/** 第六十二条 means that provision: not the others that refer to it, nor 第六十二条之一. */
function runClause(run: TokenRun): Clause {
  const forms = run.type === 'han' ? provisionForms(run.text) : undefined
  if (!forms) return [{ text: run.text }]
  return forms.map((text): Phrase => {
    if (run.text.includes('之')) return { text, field: 'outline' }
    return { text, field: 'outline', notBefore: `${text}之` }
  })
}

/** A phrase is looked for as it stands; a word's runs may stand anywhere. */
const wordClauses = (word: QueryWord): Clause[] => (word.phrase ? [[{ text: word.text }]] : word.runs.map(runClause))

/** What a passage must hold to have every word as typed. */
export const exactClauses = (query: SearchQuery): Clause[] => query.words.flatMap(wordClauses)

/** What a passage must not hold. What is excluded together (-土地管理法62条) leaves the rest of that law in. */
export function excludedClauses(query: SearchQuery): { single: Clause[]; together: Clause[][] } {
  const words = query.excluded.map(wordClauses)
  return { single: words.filter((word) => word.length === 1).flat(), together: words.filter((word) => word.length > 1) }
}

/** What a passage must hold to have each word, or an official term that stands for it; undefined when no word has one. */
export function officialClauses(query: SearchQuery, vocabulary: Vocabulary): Clause[] | undefined {
  const synonyms = query.words.map((word) => (word.phrase ? undefined : vocabulary.of(word.text)))
  if (synonyms.every((synonym) => synonym === undefined)) return undefined
  return query.words.flatMap((word, at) => {
    const official = synonyms[at]?.official
    return official ? [[{ text: word.text }, ...official.map((text) => ({ text }))]] : wordClauses(word)
  })
}

/** The telling pairs of the words and, somewhat lighter, of what stands for them; for questions and near misses. */
export function looseTerms(query: SearchQuery, synonyms: readonly Synonym[] = []): WeightedTerm[] {
  const typed = query.words.flatMap((word) => word.runs.flatMap(pairTokens))
  const telling = typed.filter((token) => !ASKING.has(token))
  const weights = new Map<string, number>()
  for (const token of telling.length > 0 ? telling : typed) weights.set(token, 1)
  for (const token of synonyms.flatMap((synonym) => synonym.official).flatMap(pairsOf)) {
    if (!weights.has(token)) weights.set(token, OFFICIAL_WEIGHT)
  }
  return [...weights].slice(0, MOST_TERMS).map(([token, weight]) => ({ token, weight }))
}

const pairsOf = (text: string) => tokenRuns(text).flatMap(pairTokens)

/** The strings to mark in what is shown: whole runs when exact, pairs when loose. */
export function markTerms(query: SearchQuery, loose: boolean): string[] {
  const runs = query.words.flatMap((word) => word.runs)
  const terms = loose ? runs.flatMap(pairTokens).filter((token) => !ASKING.has(token)) : runs.map((run) => run.text)
  return [...new Set(terms)]
}

/** The single characters of the words, each once; they tell little, and tell it of what pairs miss. */
export function characterTerms(query: SearchQuery): WeightedTerm[] {
  const characters = query.words.flatMap((word) =>
    word.runs.filter((run) => run.type === 'han').flatMap((run) => [...run.text]),
  )
  return [...new Set(characters)].slice(0, MOST_TERMS).map((token) => ({ token, weight: 1 }))
}
