/** Text selected on the desk. */
export interface TextSelection {
  /** What is cited: `data-cite` of the paragraphs touched, or the place of a passage that has none. In order. */
  readonly cites: readonly string[]
  readonly words: string
  /** The number of the passage in which the selection begins. */
  readonly passage: number
  /** Where to put the bar, pixels from the desk's corner. */
  readonly left: number
  readonly top: number
}

const BAR_HEIGHT = 44
const BAR_HALF_WIDTH = 190

/** The selection inside the text of `desk`; undefined when there is none, or it is of something else. */
export function readSelection(desk: HTMLElement | null): TextSelection | undefined {
  const selection = document.getSelection()
  if (!desk || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const rows = [...desk.querySelectorAll<HTMLElement>('[data-passage]')]
    .filter((row) => touches(range, row))
    .sort((a, b) => Number(a.dataset.passage) - Number(b.dataset.passage))
  const first = rows[0]
  if (!first || !isText(range.startContainer) || selection.toString().trim() === '') return undefined
  const frame = desk.getBoundingClientRect()
  const box = range.getBoundingClientRect()
  const above = box.top - frame.top - BAR_HEIGHT - 6
  const below = Math.min(box.bottom - frame.top + 6, frame.height - BAR_HEIGHT - 6)
  const middle = box.left + box.width / 2 - frame.left
  return {
    cites: rows.flatMap((row) => citesIn(row, range)),
    words: selection.toString(),
    passage: Number(first.dataset.passage),
    left: Math.min(Math.max(middle, BAR_HALF_WIDTH), frame.width - BAR_HALF_WIDTH),
    top: above > 4 ? above : below,
  }
}

const isText = (node: Node) => !(node.parentElement?.closest('textarea, [role="note"]') ?? null)

/** A range that ends where an element begins touches it only by a hair. */
function touches(range: Range, element: Element): boolean {
  if (!range.intersectsNode(element)) return false
  const inside = new Range()
  inside.selectNodeContents(element)
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0)
    inside.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset)
  return inside.toString().trim() !== ''
}

function citesIn(row: HTMLElement, range: Range): string[] {
  const touched = [...row.querySelectorAll<HTMLElement>('[data-cite]')].filter((part) => touches(range, part))
  const innermost = touched.filter((part) => !touched.some((other) => other !== part && part.contains(other)))
  const cites = innermost.map((part) => part.dataset.cite ?? '')
  return cites.length > 0 ? cites : [row.dataset.place ?? '']
}
