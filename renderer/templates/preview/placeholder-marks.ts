/** Shows where the placeholders of a rendered template are; also those that the editor split over several runs. */
export function markPlaceholders(root: ParentNode): void {
  for (const paragraph of root.querySelectorAll('p')) {
    const text = paragraph.textContent ?? ''
    const found = [...text.matchAll(/\{[^{}]{1,200}\}/g)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      name: nameOf(words),
    }))
    if (found.length > 0) wrap(paragraph, found)
  }
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly name: string
}

function wrap(paragraph: Element, pieces: readonly Piece[]): void {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; start: number }[] = []
  let length = 0
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    nodes.push({ node, start: length })
    length += node.data.length
  }
  for (const { node, start } of nodes) {
    const inside = pieces.filter((piece) => piece.start < start + node.data.length && piece.end > start)
    if (inside.length === 0) continue
    const words = document.createDocumentFragment()
    let at = 0
    for (const piece of inside) {
      const from = Math.max(0, piece.start - start)
      const to = Math.min(node.data.length, piece.end - start)
      words.append(node.data.slice(at, from))
      const mark = document.createElement('span')
      mark.textContent = node.data.slice(from, to)
      mark.dataset.field = piece.name
      mark.dataset.empty = ''
      words.append(mark)
      at = to
    }
    words.append(node.data.slice(at))
    node.replaceWith(words)
  }
}

/** The field that a placeholder names: 日期 for {日期|汉字}, 家庭成员 for {#家庭成员}. */
function nameOf(placeholder: string): string {
  return placeholder
    .slice(1, -1)
    .replace(/^[#^/]/, '')
    .replace(/[|=≠].*$/s, '')
    .trim()
}
