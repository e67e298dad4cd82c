import { type Run as StoryRun, storyBlocks } from '../../feeds/print/story-blocks.ts'
import type { Line, Run } from './deck.ts'

/** What stands before an item of a provision: （一）. */
const ITEM = /^\s*(（[一二三四五六七八九十百]{1,5}）)\s*/

export type ReadBlock =
  | { readonly type: 'text'; readonly lines: readonly Line[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Markdown as paragraphs and entries of lists; a table becomes a line for each of its rows. */
export function readLines(markdown: string): Line[] {
  return readBlocks(markdown).flatMap((block) =>
    block.type === 'text'
      ? block.lines
      : [block.head, ...block.rows].map((row) => ({ runs: [{ text: row.join('　') }], level: 0 })),
  )
}

/** Markdown as text and tables, in order. Its pictures are left out: those of a material are named by its record. */
export function readBlocks(markdown: string): ReadBlock[] {
  const blocks: ReadBlock[] = []
  let lines: Line[] = []
  const endText = () => {
    if (lines.length > 0) blocks.push({ type: 'text', lines })
    lines = []
  }
  for (const block of storyBlocks(markdown)) {
    if (block.type === 'heading' && block.text !== '')
      lines.push({ runs: [{ text: block.text, strong: true }], level: 0 })
    else if (block.type === 'paragraph') lines.push(...paragraphLines(block))
    else if (block.type === 'rows') {
      endText()
      const [head = [], ...rows] = block.rows
      blocks.push({ type: 'table', head, rows })
    }
  }
  endText()
  return blocks
}

/** A line of one run. */
export const plainLine = (text: string): Line => ({ runs: [{ text }], level: 0 })

interface Paragraph {
  readonly runs: readonly StoryRun[]
  readonly mark?: string
  readonly depth: number
}

function paragraphLines({ runs, mark, depth }: Paragraph): Line[] {
  const level = Math.max(0, depth - 1)
  return splitAtLineEnds(runs).map((stretch, index): Line => {
    if (index > 0) return { runs: stretch, level, ...(depth > 0 && { continues: true }), ...itemOf(stretch) }
    if (mark !== undefined) return { runs: stretch, level, marker: mark === '·' ? 'bullet' : { number: mark } }
    return { runs: stretch, level, ...(depth > 0 && { continues: true }), ...itemOf(stretch) }
  })
}

/** The number of an item becomes its marker, so that its words stand beside it. */
function itemOf(runs: readonly Run[]): Pick<Line, 'marker' | 'runs'> | undefined {
  const number = ITEM.exec(runs[0]?.text ?? '')
  const [first, ...rest] = runs
  if (!number?.[1] || !first) return undefined
  const left = first.text.slice(number[0].length)
  const words = [...(left === '' ? [] : [{ ...first, text: left }]), ...rest]
  return words.length === 0 ? undefined : { marker: { number: number[1] }, runs: words }
}

function splitAtLineEnds(runs: readonly StoryRun[]): Run[][] {
  const stretches: Run[][] = [[]]
  for (const { text, bold, italic } of runs) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) stretches.push([])
      if (piece !== '')
        stretches.at(-1)?.push({ text: piece, ...(bold && { strong: true }), ...(italic && { emphasis: true }) })
    }
  }
  return stretches.filter((stretch) => stretch.some(({ text }) => text.trim() !== ''))
}
