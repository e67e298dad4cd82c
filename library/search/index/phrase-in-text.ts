import { foldText } from '../han-text.ts'
import { type TokenRun, tokenRuns } from '../tokens.ts'

/**
 * Whether the runs of a phrase follow each other in a text: the first may be the end of a longer run
 * of Han characters, the last the beginning of one. A lone run may stand anywhere within one.
 * @param phrase folded
 */
export function isPhraseIn(text: string, phrase: readonly TokenRun[]): boolean {
  const runs = tokenRuns(foldText(text))
  const last = phrase.length - 1
  const fits = (run: TokenRun | undefined, wanted: TokenRun, place: number) => {
    if (run?.type !== wanted.type) return false
    if (run.type === 'word') return run.text === wanted.text
    if (last === 0) return run.text.includes(wanted.text)
    if (place === 0) return run.text.endsWith(wanted.text)
    return place === last ? run.text.startsWith(wanted.text) : run.text === wanted.text
  }
  return runs.some((_, start) => phrase.every((wanted, place) => fits(runs[start + place], wanted, place)))
}
