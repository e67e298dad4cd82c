import { type Passage, splitPassages } from '../../../items/passages.ts'
import { plainText } from '../../../items/plain-text.ts'
import type { RevisionContent } from '../../../items/revision.schema.ts'
import { characterPairs } from '../../../items/text-likeness.ts'

/** A text cut into passages, and these by their words alone. */
export interface CutText {
  readonly passages: readonly Passage[]
  readonly byWords: ReadonlyMap<string, Passage>
  readonly pairs: Map<string, ReadonlySet<string>>
}

const known = new WeakMap<RevisionContent, CutText>()

/** Cuts a text once, however many of its passages are cited. */
export function cutText(content: RevisionContent): CutText {
  const before = known.get(content)
  if (before) return before
  const passages = splitPassages(content.body)
  const byWords = new Map<string, Passage>()
  for (const passage of passages) {
    const words = passage.type === 'heading' ? '' : bareText(passage.markdown)
    if (words !== '' && !byWords.has(words)) byWords.set(words, passage)
  }
  const cut: CutText = { passages, byWords, pairs: new Map() }
  known.set(content, cut)
  return cut
}

/** The pairs of neighbouring characters of words that stand in the text. */
export function pairsOf({ pairs }: CutText, words: string): ReadonlySet<string> {
  const before = pairs.get(words)
  if (before) return before
  const found = characterPairs(words)
  pairs.set(words, found)
  return found
}

/** The words of Markdown without what sets them. */
export const bareText = (markdown: string): string => plainText(markdown).replace(/\s+/gu, '')
