import type { Clause, Phrase, WeightedTerm } from './index/passage-index.ts'
import { questionTerms } from './meaning/question-terms.ts'
import { provisionForms } from './provision-reference.ts'
import type { QueryWord, SearchQuery } from './search-query.ts'
import { pairTokens, type TokenRun, tokenRuns } from './tokens.ts'
import type { Synonym, Vocabulary } from './vocabulary.ts'

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

/** What a passage must hold to name the provision that was asked for without being it; undefined when none was. */
export function mentionClauses(query: SearchQuery): Clause[] | undefined {
  const runs = query.words.flatMap((word) => (word.phrase ? [] : word.runs))
  if (!runs.some((run) => run.type === 'han' && provisionForms(run.text))) return undefined
  const anywhere = (run: TokenRun): Clause => {
    const forms = run.type === 'han' ? provisionForms(run.text) : undefined
    return (forms ?? [run.text]).map((text) => ({ text }))
  }
  return query.words.flatMap((word): Clause[] => (word.phrase ? [[{ text: word.text }]] : word.runs.map(anywhere)))
}

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
  const terms = [...questionTerms(textOf(query)).pairs]
  const known = new Set(terms.map(({ token }) => token))
  for (const token of synonyms.flatMap((synonym) => synonym.official).flatMap(pairsOf)) {
    if (!known.has(token)) terms.push({ token, weight: OFFICIAL_WEIGHT })
    known.add(token)
  }
  return terms.slice(0, MOST_TERMS)
}

/** What was typed, as words. */
export const textOf = (query: SearchQuery) => query.words.map((word) => word.text).join(' ')

const pairsOf = (text: string) => tokenRuns(text).flatMap(pairTokens)

/** The strings to mark in what is shown: whole runs when exact, pairs when loose. */
export function markTerms(query: SearchQuery, loose: boolean): string[] {
  if (loose) return questionTerms(textOf(query)).pairs.map(({ token }) => token)
  return [...new Set(query.words.flatMap((word) => word.runs).map((run) => run.text))]
}

/** The single characters of the words, each once; they tell little, and tell it of what pairs miss. */
export const characterTerms = (query: SearchQuery): readonly WeightedTerm[] =>
  questionTerms(textOf(query)).singles.slice(0, MOST_TERMS)
