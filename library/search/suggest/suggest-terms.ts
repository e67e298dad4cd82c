import { foldText } from '../han-text.ts'
import type { TermSuggestion } from '../search-view.ts'
import type { CharacterReadings } from '../understanding/character-readings.ts'
import { createPinyinIndex } from '../understanding/pinyin-index.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** Words worth searching for, for what has been typed so far. */
export type TermSuggester = (typed: string, limit: number) => TermSuggestion[]

interface Ranked extends TermSuggestion {
  readonly rank: number
}

/** @param topics come before other words, and are given once even where the vocabulary has them too */
export function createTermSuggester(
  topics: readonly string[],
  vocabulary: Vocabulary,
  readings: CharacterReadings,
): TermSuggester {
  const types = new Map<string, TermSuggestion['type']>(topics.map((topic) => [topic, 'topic']))
  for (const { everyday, official } of vocabulary.synonyms) {
    for (const word of [everyday, ...official]) if (!types.has(word)) types.set(word, 'word')
  }
  const terms = [...types.keys()]
  const texts = terms.map(foldText)
  let index: ReturnType<typeof createPinyinIndex> | undefined

  return (typed, limit) => {
    const text = foldText(typed).replace(/\s+/g, '')
    if (text === '') return []
    const found: Ranked[] = []
    const meant = vocabulary.of(text)
    for (const term of meant?.official ?? []) {
      found.push({ term, type: types.get(term) ?? 'word', why: `因 ${text} = ${term}`, rank: 0 })
    }
    for (const [at, term] of terms.entries()) {
      const place = (texts[at] as string).indexOf(text)
      if (place >= 0 && texts[at] !== text)
        found.push({ term, type: types.get(term) ?? 'word', rank: place === 0 ? 1 : 2 })
    }
    if (/[a-z]/.test(text)) {
      index ??= createPinyinIndex(texts, readings)
      for (const similar of [false, true]) {
        for (const { at, extent } of index.find(text, { similar })) {
          const term = terms[at] as string
          const rank = (similar ? 6 : 3) + ['whole', 'beginning', 'inside'].indexOf(extent)
          found.push({ term, type: types.get(term) ?? 'word', why: similar ? '读音相近' : '拼音', rank })
        }
      }
    }
    return topTerms(found, limit)
  }
}

function topTerms(found: readonly Ranked[], limit: number): TermSuggestion[] {
  const best = new Map<string, Ranked>()
  for (const one of found)
    if (one.rank < (best.get(one.term)?.rank ?? Number.POSITIVE_INFINITY)) best.set(one.term, one)
  return [...best.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(a.type === 'word') - Number(b.type === 'word') ||
        a.term.length - b.term.length ||
        (a.term < b.term ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ rank: _, ...term }) => term)
}
