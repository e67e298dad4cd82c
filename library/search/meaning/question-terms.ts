import { foldText } from '../han-text.ts'
import type { WeightedTerm } from '../index/passage-index.ts'
import { pairTokens, tokenRuns } from '../tokens.ts'

/** Pairs of characters that ask without saying about what. */
const ASKING = new Set(
  (
    '什么 么是 怎么 怎样 怎么 么办 么样 么处 么做 如何 何处 是否 可以 以吗 能否 能不 不能 能吗 会不 不会 要不 哪些 哪个 哪里 哪种 些情 ' +
    '多少 多久 多长 几年 为什 为何 请问 问一 一下 想问 咨询 有没 没有 应该 该怎 应当 是不 不是 的话 需要 要什 算不 不算 了怎 的吗 了吗 吗我 ' +
    '我的 我是 的人 这个 那个 这种 这样 如果 现在 然后 但是 因为 所以 还是 就是'
  ).split(' '),
)
const HAN = /\p{Script=Han}/gu

/** The terms of a question for ranking by words: each pair once without those that only ask, and each character. */
export interface QuestionTerms {
  readonly pairs: readonly WeightedTerm[]
  readonly singles: readonly WeightedTerm[]
}

/** The terms of what was asked in plain words. When it is nothing but asking words, these. */
export function questionTerms(typed: string): QuestionTerms {
  const folded = foldText(typed)
  const pairs = [...new Set(tokenRuns(folded).flatMap(pairTokens))]
  const telling = pairs.filter((pair) => !ASKING.has(pair))
  const weighted = (tokens: readonly string[]) => tokens.map((token) => ({ token, weight: 1 }))
  return {
    pairs: weighted(telling.length > 0 ? telling : pairs),
    singles: weighted([...new Set(folded.match(HAN))]),
  }
}
