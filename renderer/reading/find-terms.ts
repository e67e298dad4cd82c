import { foldText } from './fold-text.ts'

const FILTER = /^(?:kind|topic|issuer|number|after|before):|^in-force:?/i
const WORD = /"([^"]*)"|“([^”]*)”|(\S+)/g

/** The words to mark for what a person typed: phrases in quotation marks stay whole, filters and excluded words go. */
export function findTerms(query: string): string[] {
  const terms: string[] = []
  for (const match of query.matchAll(WORD)) {
    const phrase = match[1] ?? match[2]
    const word = match[3] ?? ''
    if (phrase === undefined && (FILTER.test(word) || /^[-－]./.test(word))) continue
    const { text } = foldText(phrase ?? word)
    if (text !== '' && !terms.includes(text)) terms.push(text)
  }
  return terms
}

/** Words of asking and linking, which stand in every law and mark nothing. */
const EVERYWHERE = new Set([
  ...['什么', '怎么', '怎样', '如何', '多少', '哪些', '哪里', '为什么', '是否', '能否', '能不能', '是不是', '有没有'],
  ...['可以', '需要', '应该', '应当', '没有', '我们', '他们', '自己', '的话', '如果', '以及', '或者', '因为', '办理'],
])

/**
 * The words of two characters and more inside a question in plain words. Marks something where
 * the question itself stands nowhere in the text.
 */
export function wordsOfQuestion(query: string): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' })
  return findTerms(query).flatMap((term) =>
    [...words.segment(term)]
      .filter((s) => s.isWordLike && s.segment.length > 1 && !EVERYWHERE.has(s.segment))
      .map((s) => s.segment),
  )
}
