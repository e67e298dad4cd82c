import { type Passage, splitPassages } from '../../../items/passages.ts'
import { plainText } from '../../../items/plain-text.ts'
import type { RevisionContent } from '../../../items/revision.schema.ts'
import { characterPairs, pairLikeness } from '../../../items/text-likeness.ts'
import type { MaterialCitation } from '../citations-of.ts'
import { bodyText, passageIn } from '../passage-text.ts'
import type { CitedSources } from './cited-sources.ts'
import { bareText, type CutText, cutText, pairsOf } from './cut-text.ts'

/** A passage as it is now. */
export interface TextNow {
  readonly text: string
  readonly anchor?: string | undefined
  readonly provision?: string | undefined
}

/** Passages at least this alike are one passage changed. */
const ALIKE = 0.5
/** Fewer characters may stand anywhere. */
const SHORT = 8

type Compared =
  | { readonly type: 'same' }
  | { readonly type: 'gone'; readonly before: string }
  | { readonly type: 'changed'; readonly before: string; readonly after: TextNow }

/** What became of a cited passage in the text that counts now. */
export async function compareText(
  sources: CitedSources,
  citation: MaterialCitation,
  content: RevisionContent,
): Promise<Compared> {
  const former = citation.revision === undefined ? undefined : await sources.former(citation.revision)
  const { anchor, text } = citation
  if (anchor === undefined) {
    // A text that explains another, or one cited whole: all of it counts.
    if (!former || former.body === content.body) return { type: 'same' }
    return differing(former.body, content.body)
  }
  const was = former && passageIn(cutText(former).passages, anchor)?.text
  const before = text ?? was
  if (before === undefined) return { type: 'same' }
  const after = followed(former, content, anchor, was ?? before)
  if (!after) return { type: 'gone', before }
  // The organiser may have shortened what is shown; what counts is whether the source itself changed.
  const isSame = after.anchor === anchor && [before, was].some((one) => one !== undefined && sameWords(after.text, one))
  return isSame ? { type: 'same' } : { type: 'changed', before, after }
}

/**
 * The passage in the newer text: under its number when it says nearly the same there, else where its words went, else
 * whatever has its number now.
 */
function followed(
  former: RevisionContent | undefined,
  content: RevisionContent,
  anchor: string,
  before: string,
): TextNow | undefined {
  const now = cutText(content)
  const here = passageIn(now.passages, anchor)
  const pairs = characterPairs(bareText(before))
  if (here && (sameWords(here.text, before) || pairLikeness(characterPairs(bareText(here.text)), pairs) >= ALIKE)) {
    return here
  }
  // A few words may stand anywhere.
  const moved = before.length < SHORT ? undefined : (now.byWords.get(bareText(before)) ?? alike(former, now, pairs))
  return moved ? { text: moved.markdown, anchor: moved.anchor, provision: moved.heading || undefined } : here
}

/** The passage that came to the newer text and says most nearly the same. */
function alike(former: RevisionContent | undefined, now: CutText, pairs: ReadonlySet<string>): Passage | undefined {
  const known = former && cutText(former).byWords
  let best: Passage | undefined
  let likeness = ALIKE
  for (const [words, passage] of now.byWords) {
    if (passage.type !== 'provision' || known?.has(words)) continue
    const found = pairLikeness(pairsOf(now, words), pairs)
    if (found > likeness) [best, likeness] = [passage, found]
  }
  return best
}

/** What of a text that is cited whole became other words. */
function differing(older: string, newer: string): Compared {
  const was = splitPassages(older)
  const is = splitPassages(newer)
  const key = ({ heading, markdown }: Passage) => `${heading}\n${plainText(markdown)}`
  const without = (all: readonly Passage[], others: readonly Passage[]) => {
    const known = new Set(others.map(key))
    return all.filter((passage) => !known.has(key(passage)) && passage.type !== 'heading')
  }
  const before = without(was, is)
  const after = without(is, was)
  if (before.length === 0 && after.length === 0) return { type: 'same' }
  return { type: 'changed', before: linesOf(before), after: { text: linesOf(after) } }
}

const linesOf = (passages: readonly Passage[]) =>
  passages
    .map(({ heading, markdown }) => (heading === '' ? markdown : `**${heading}** ${markdown}`))
    .join('\n\n')
    .slice(0, 60_000)

/** The passage of a replacing text that stands where the cited one stood, or names the same. */
export const passageNow = ({ anchor }: MaterialCitation, content: RevisionContent): TextNow | undefined =>
  anchor === undefined
    ? { text: bodyText(content.body).slice(0, 60_000) }
    : passageIn(cutText(content).passages, anchor)

/** What a passage said in the revision that was cited; empty when that is not known. */
export const formerText = async (sources: CitedSources, { revision, anchor }: MaterialCitation): Promise<string> => {
  const former = revision === undefined ? undefined : await sources.former(revision)
  return (former && anchor !== undefined && passageIn(cutText(former).passages, anchor)?.text) || ''
}

const sameWords = (a: string, b: string) => a === b || bareText(a) === bareText(b)
