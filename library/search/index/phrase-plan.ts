import { tokenRuns } from '../tokens.ts'
import { pairKey, singleKey } from './term-keys.ts'
import { tokenKey } from './token-key.ts'

/** How a phrase is looked up. */
export interface PhrasePlan {
  /** Terms that stand at these distances from each other. */
  readonly anchors: readonly { readonly key: number; readonly offset: number }[]
  /** Characters that stand somewhere; where is not kept. */
  readonly singles: readonly number[]
  /** Whether the text has to be looked at, since terms alone do not say for certain. */
  readonly needsText: boolean
}

/**
 * Plans the look-up of folded text. A run of Han characters is certain by its terms: enough pairs to cover it, at their
 * distances. Several runs, and lone characters among them, are only narrowed down.
 */
export function planPhrase(text: string): PhrasePlan {
  const runs = tokenRuns(text)
  const anchors: { key: number; offset: number }[] = []
  const singles: number[] = []
  let offset = 0
  for (const run of runs) {
    if (run.type === 'word') {
      anchors.push({ key: tokenKey(run.text), offset })
      offset += 2
      continue
    }
    const characters = [...run.text].map((character) => character.codePointAt(0) as number)
    const last = characters.length - 2
    if (last < 0) singles.push(singleKey(characters[0] as number))
    // Every other pair, and the last: what the pairs between them would say follows.
    for (let i = 0; i <= last; i = i < last && i + 2 > last ? last : i + 2)
      anchors.push({ key: pairKey(characters[i] as number, characters[i + 1] as number), offset: offset + i })
    offset += characters.length + 1
  }
  return { anchors, singles, needsText: runs.length > 1 }
}
