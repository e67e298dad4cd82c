import { foldText } from '../../../library/search/han-text.ts'
import { pairTokens, tokenRuns } from '../../../library/search/tokens.ts'
import type { BenchPassage } from '../corpus.ts'

/** The tokens that ours and its peers share: overlapping pairs of Han characters, and words. */
export const tokensOf = (text: string): string[] => tokenRuns(foldText(text)).flatMap(pairTokens)

/** What peers index of a passage: its headings and its text. */
export const passageTokens = (passage: BenchPassage): string[] =>
  tokensOf([...passage.path, passage.heading, passage.text].join('\n'))

/** The tokens of a question, each once. */
export const questionTokens = (question: string): string[] => [...new Set(tokensOf(question))]

/** A lone character is the beginning of every pair that starts with it: what follows is not typed yet. */
export const endsInLoneCharacter = (typed: string): boolean => /(?:^| )[^ ]$/u.test(typed)
