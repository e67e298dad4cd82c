import type { PassageView } from '../../library/items/item-view.ts'

/** A passage and what stands around it, in document order. */
export interface PreviewPassages {
  readonly before: readonly PassageView[]
  /** Absent when the whole text was found, or the passage is not in this revision. */
  readonly found?: PassageView | undefined
  readonly after: readonly PassageView[]
}

/** As many passages of a whole text as give an idea of it. */
const BEGINNING = 5

/**
 * The passage of that anchor with the nearest passage of text on either side and the headings
 * between; without an anchor the beginning of the text.
 */
export function previewPassages(passages: readonly PassageView[], anchor: string): PreviewPassages {
  const at = anchor === '' ? -1 : passages.findIndex((passage) => passage.anchor === anchor)
  if (at < 0) {
    const beginning = passages.slice(0, BEGINNING)
    return { before: [], after: beginning.slice(0, beginning.findLastIndex(isText) + 1) }
  }
  const before = passages.findLastIndex((passage, index) => index < at && isText(passage))
  const after = passages.findIndex((passage, index) => index > at && isText(passage))
  return {
    before: passages.slice(before < 0 ? 0 : before, at),
    found: passages[at],
    after: after < 0 ? [] : passages.slice(at + 1, after + 1),
  }
}

const isText = (passage: PassageView) => passage.type !== 'heading'
