import type { FindingPlace } from '../../../library/templates/finding.ts'
import { findQuote } from './find-quote.ts'

/** The words a finding speaks of, in a rendered document; undefined when they are not to be seen in it. */
export function rangeOf(paragraphs: readonly HTMLElement[], place: FindingPlace): Range | undefined {
  if (place.type !== 'document') return undefined
  const texts = paragraphs.map((paragraph) => paragraph.textContent ?? '')
  const found = findQuote(texts, place.quote, place.context)
  const paragraph = found && paragraphs[found.paragraph]
  if (!paragraph) return undefined
  const [from, to] = [pointAt(paragraph, found.start), pointAt(paragraph, found.end - 1)]
  if (!from || !to) return undefined
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset + 1)
  return range
}

/** The text node that holds a character of an element's text. */
function pointAt(element: HTMLElement, at: number): { readonly node: Text; readonly offset: number } | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (at < before + node.length) return { node, offset: at - before }
    before += node.length
  }
  return undefined
}
