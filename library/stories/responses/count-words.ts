/** A piece of text with the month it was said in. */
export interface SaidText {
  readonly text: string
  readonly month: string
}

export interface CountedWord {
  readonly word: string
  readonly count: number
  readonly months: readonly string[]
}

/** Words told at once. */
const MOST_WORDS = 60
/** What says nothing of a story: pronouns, particles, polite phrases, and the words of the form itself. */
const STOP_WORDS = new Set(
  `我们 你们 他们 她们 咱们 大家 自己 这个 那个 这样 那样 这些 那些 这里 那里 什么 怎么 怎样 为什么 哪里 哪个 多少 一个 一些 一点 一下 一样 一种 没有 不是 不能 不会
  不要 不用 可以 可能 应该 需要 能够 就是 还是 但是 可是 而且 因为 所以 如果 虽然 然后 以后 以前 之后 之前 现在 已经 正在 一直 非常 比较 真的 特别 很多 有些 有点 有没有 是不是
  能不能 可不可以 觉得 认为 希望 建议 请问 谢谢 感谢 故事 内容 这篇 文章 案例 看到 看过 看了 知道 时候 这次 关于 对于 通过 进行 以及 或者 还有 只是 只有 只要 其他 其实 感觉 感到 有用 部分 没用 意见 问题 问一下
  the and for that this with are was not you our`
    .split(/\s+/)
    .filter(Boolean),
)

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Words said by more than one answer, most frequent first; each answer counts a word once. */
export function countWords(texts: readonly SaidText[]): CountedWord[] {
  const words = new Map<string, { count: number; months: Set<string> }>()
  for (const { text, month } of texts) {
    for (const word of new Set(wordsOf(text))) {
      const known = words.get(word) ?? { count: 0, months: new Set<string>() }
      known.count += 1
      known.months.add(month)
      words.set(word, known)
    }
  }
  return [...words]
    .filter(([, { count }]) => count > 1)
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word, { count, months }]) => ({ word, count, months: [...months].sort() }))
}

function wordsOf(text: string): string[] {
  const found: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
    const isWord = isWordLike && segment.length > 1 && !/^[\d.,%]+$/.test(segment)
    if (isWord && !STOP_WORDS.has(segment)) found.push(segment)
  }
  return found
}
