import { compareBodies } from '../../../items/compare-revisions.ts'
import { type Passage, splitPassages } from '../../../items/passages.ts'
import { plainText } from '../../../items/plain-text.ts'
import type { RevisionContent } from '../../../items/revision.schema.ts'
import type { MaterialCitation } from '../citations-of.ts'
import { bodyText, passageAt } from '../passage-text.ts'
import type { CitedSources } from './cited-sources.ts'

/** A passage as it is now. */
export interface TextNow {
  readonly text: string
  readonly anchor?: string | undefined
  readonly provision?: string | undefined
}

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
  const before = text ?? (former && passageAt(former.body, anchor)?.text)
  if (before === undefined) return { type: 'same' }
  const after = followed(former, content, anchor, before)
  if (!after) return { type: 'gone', before }
  if (after.anchor === anchor && sameWords(after.text, before)) return { type: 'same' }
  // The organiser may have shortened what is shown; what counts is whether the source itself changed.
  const was = former && passageAt(former.body, anchor)?.text
  if (was !== undefined && after.anchor === anchor && sameWords(after.text, was)) return { type: 'same' }
  return { type: 'changed', before, after }
}

/** The passage in the newer text, also where its number is another now. */
function followed(
  former: RevisionContent | undefined,
  content: RevisionContent,
  anchor: string,
  before: string,
): TextNow | undefined {
  const here = passageAt(content.body, anchor)
  if (here && sameWords(here.text, before)) return here
  const old = former && splitPassages(former.body).find((passage) => passage.anchor === anchor)
  if (former && old?.type === 'provision' && old.anchor === old.heading) {
    const found = compareBodies(former.body, content.body).find(
      (change) => change.type !== 'added' && (change.oldHeading ?? change.heading) === old.heading,
    )
    if (found?.type === 'removed') return undefined
    if (found?.oldHeading !== undefined) return passageAt(content.body, found.heading) ?? here
    return here
  }
  const moved = splitPassages(content.body).find((passage) => isMoved(passage, before))
  if (moved) return { text: moved.markdown, anchor: moved.anchor, provision: moved.heading || undefined }
  return here
}

/** A few words may stand anywhere. */
const isMoved = ({ type, markdown }: Passage, before: string) =>
  type !== 'heading' && before.length >= 8 && sameWords(markdown, before)

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
  anchor === undefined ? { text: bodyText(content.body).slice(0, 60_000) } : passageAt(content.body, anchor)

/** What a passage said in the revision that was cited; empty when that is not known. */
export const formerText = async (sources: CitedSources, { revision, anchor }: MaterialCitation): Promise<string> => {
  const former = revision === undefined ? undefined : await sources.former(revision)
  return (former && anchor !== undefined && passageAt(former.body, anchor)?.text) || ''
}

const sameWords = (a: string, b: string) => bare(a) === bare(b)
const bare = (markdown: string) => plainText(markdown).replace(/\s+/gu, '')
