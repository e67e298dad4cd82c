/** A run of folded text that is indexed in one way. */
export interface TokenRun {
  readonly type: 'han' | 'word'
  readonly text: string
}

const RUNS =
  /(?<han>[\p{Script=Han}々〇〡-〩]+)|(?<word>[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}]|[^\p{L}\p{N}\p{M}]|$))/gu

/** Splits folded text into runs of Han characters and words (letters, digits); all else separates. */
export function tokenRuns(folded: string): TokenRun[] {
  const runs: TokenRun[] = []
  for (const match of folded.matchAll(RUNS)) {
    if (match.groups?.han) runs.push({ type: 'han', text: match.groups.han })
    else runs.push({ type: 'word', text: match[0] })
  }
  return runs
}

/** The tokens of one run in order: overlapping pairs of Han characters (a lone one stands by itself), or the word. */
export function pairTokens(run: TokenRun): string[] {
  if (run.type === 'word') return [run.text]
  const characters = [...run.text]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => (characters[index] as string) + character)
}

/** What goes into a pair column of the index: tokens between spaces. */
export function pairColumn(folded: string): string {
  return tokenRuns(folded).flatMap(pairTokens).join(' ')
}

/** What goes into the single-character column: each Han character of the passage once. */
export function singleColumn(folded: string): string {
  return [...new Set(folded.match(/[\p{Script=Han}々〇]/gu))].join(' ')
}
