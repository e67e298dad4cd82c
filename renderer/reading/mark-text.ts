import { findRanges, foldText } from './fold-text.ts'

const HIT = 'reading-hit'
const CURRENT = 'reading-current-hit'

/** Where `terms` stand in the text under `root`, as ranges of the page. What has `data-quiet` is not part of the text. */
export function textRanges(root: Element, terms: readonly string[]): Range[] {
  if (terms.length === 0) return []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
    return node instanceof Element && node.hasAttribute('data-quiet')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP
  })
  const nodes: { readonly node: Text; readonly start: number }[] = []
  let text = ''
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    nodes.push({ node, start: text.length })
    text += node.data
  }
  return findRanges(foldText(text), terms).map(([start, end]) => {
    const range = new Range()
    const first = nodes.findLast((place) => place.start <= start)
    const last = nodes.findLast((place) => place.start < end)
    if (first && last) {
      range.setStart(first.node, start - first.start)
      range.setEnd(last.node, end - last.start)
    }
    return range
  })
}

/** Marks ranges without touching the text (CSS Custom Highlight API); returns how to take the marks away. */
export function markRanges(ranges: readonly Range[], current: Range | undefined): () => void {
  const hits = highlight(HIT)
  const here = highlight(CURRENT)
  for (const range of ranges) hits.add(range)
  if (current) here.add(current)
  return () => {
    for (const range of ranges) hits.delete(range)
    if (current) here.delete(current)
  }
}

function highlight(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  made.priority = name === CURRENT ? 1 : 0
  CSS.highlights.set(name, made)
  return made
}
