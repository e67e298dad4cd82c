import { type CutLine, mergedLines, restOf, textOf } from './cut-lines.ts'
import type { Block, Line } from './deck.ts'
import { type Atom, BADNESS } from './flow-atoms.ts'
import { SAFETY, SPACING } from './slide-spacing.ts'
import { type Cut, splitLine } from './split-line.ts'
import { columnWidths, rowHeight, tableSize } from './table-columns.ts'
import { countLines, widthOf } from './text-width.ts'

/** What an atom puts back into its block. */
type Matter =
  | { readonly type: 'heading' }
  | { readonly type: 'piece'; readonly line: Line; readonly cut: Cut }
  | { readonly type: 'by' }
  | { readonly type: 'choice'; readonly choice: Choice }
  | { readonly type: 'row'; readonly row: readonly string[] }

type Choice = Extract<Block, { type: 'choices' }>['choices'][number]
export type FlowingBlock = Exclude<Block, { type: 'picture' }>

export interface BlockAtom extends Atom {
  readonly matter: Matter
}

export interface Measure {
  /** Of the blocks, and the size of their text; points. */
  readonly width: number
  readonly size: number
  /** What a slide holds. Points. */
  readonly height: number
}

export const lineHeightOf = (size: number) => size * SPACING.lineHeight
/** What a line of text holds, in em. */
export const emsOf = (width: number, size: number) => (width * SAFETY) / size

/** Left of a line's words: its level, and its marker. In em. */
export function hangOf({ level, marker, continues }: Line): number {
  const own = marker === undefined ? (continues ? SPACING.indent : 0) : markerWidth(marker)
  return level * SPACING.indent + own
}

/** A bullet or a number with the space behind it. In em. */
function markerWidth(marker: NonNullable<Line['marker']>): number {
  return marker === 'bullet' ? SPACING.indent : Math.max(SPACING.indent, widthOf(marker.number) + 0.35)
}

/** A block as what may be moved from slide to slide. */
export function atomsOfBlock(
  block: FlowingBlock,
  index: number,
  measure: Measure,
  cites: readonly string[],
): BlockAtom[] {
  switch (block.type) {
    case 'text':
      return textAtoms(block.lines, index, measure, cites)
    case 'clause':
      return clauseAtoms(block.heading, block.lines, index, measure, cites)
    case 'quote':
      return quoteAtoms(block.lines, block.by, index, measure, cites)
    case 'choices':
      return block.choices
        .flatMap((choice) => choppedChoice(choice, measure))
        .map((choice, at) => ({
          ...fixed(index, at, choiceHeight(choice, measure), measure.size * SPACING.choiceGap, cites),
          badness: at === 0 ? BADNESS.none : BADNESS.entry,
          matter: { type: 'choice', choice },
        }))
    case 'table':
      return tableAtoms(block, index, measure, cites)
  }
}

function fixed(block: number, paragraph: number, height: number, gap: number, cites: readonly string[]) {
  return { block, paragraph, width: 1, lineHeight: height, units: [], height, gap, head: 0, cites }
}

function textAtoms(
  lines: readonly Line[],
  block: number,
  { width, size, height }: Measure,
  cites: readonly string[],
  first = 0,
): BlockAtom[] {
  const lineHeight = lineHeightOf(size)
  return lines.flatMap((line, index) => {
    const ems = Math.max(2, emsOf(width, size) - hangOf(line))
    const most = Math.max(1, Math.floor(height / lineHeight))
    return splitLine(line, ems, most).map(({ runs, units, cut }): BlockAtom => {
      const starts = cut === 'whole'
      return {
        block,
        paragraph: first + index,
        width: ems,
        lineHeight,
        units,
        gap: size * SPACING.paragraphGap,
        head: 0,
        badness: starts ? beforeLine(line, lines[index - 1]) : BADNESS[cut],
        cites,
        matter: { type: 'piece', line: { ...line, runs }, cut },
      }
    })
  })
}

/** A line that announces what follows (下列情形：, a heading) is not left behind. */
function beforeLine(line: Line, previous: Line | undefined): number {
  if (previous === undefined) return BADNESS.none
  if (announces(previous)) return BADNESS.lead
  if (line.continues) return BADNESS.sentence
  if (line.marker === undefined) return BADNESS.none
  return line.level > 0 ? BADNESS.deeper : BADNESS.entry
}

/** Whether what ends a block announces the block that follows: a table, say. */
export function announcesNext(block: FlowingBlock | undefined): boolean {
  const last = block !== undefined && 'lines' in block ? block.lines.at(-1) : undefined
  return last !== undefined && announces(last)
}

const announces = (line: Line) => /[：:][）)]?$/.test(textOf(line.runs).trimEnd()) || isHeading(line)

const isHeading = ({ runs, marker }: Line) =>
  marker === undefined && runs.every((run) => run.strong) && textOf(runs).length <= 40

function clauseAtoms(
  heading: string,
  lines: readonly Line[],
  block: number,
  measure: Measure,
  cites: readonly string[],
): BlockAtom[] {
  const inside = { ...measure, width: measure.width - SPACING.quoteIndent * measure.size }
  if (heading === '') return textAtoms(lines, block, inside, cites, 1)
  const height = countLines(heading, emsOf(inside.width, measure.size)) * lineHeightOf(measure.size)
  // The first piece stands below the heading.
  const text = textAtoms(lines, block, { ...inside, height: measure.height - height * 1.5 }, cites, 1)
  const atom: BlockAtom = { ...fixed(block, 0, height, 0, cites), badness: BADNESS.none, matter: { type: 'heading' } }
  return [atom, ...text.map((one, index) => (index === 0 ? { ...one, badness: BADNESS.never } : one))]
}

function quoteAtoms(
  lines: readonly Line[],
  by: string | undefined,
  block: number,
  measure: Measure,
  cites: readonly string[],
): BlockAtom[] {
  const inside = { ...measure, width: measure.width - SPACING.quoteIndent * measure.size }
  if (by === undefined) return textAtoms(lines, block, inside, cites)
  const height = countLines(`——${by}`, emsOf(inside.width, measure.size)) * lineHeightOf(measure.size)
  // The last piece stands above who said it.
  const text = textAtoms(lines, block, { ...inside, height: measure.height - height }, cites)
  return [...text, { ...fixed(block, lines.length, height, 0, cites), badness: BADNESS.never, matter: { type: 'by' } }]
}

/** The words of a choice, beside its key and the tick of the right one. In em. */
function choiceWidth({ key, right }: Choice, { width, size }: Measure): number {
  return emsOf(width, size) - 2 * SPACING.cellPadding - (key === '' ? 0 : widthOf(key) + 0.6) - (right ? 2 : 0)
}

function choiceHeight(choice: Choice, measure: Measure): number {
  const { lines } = choice
  const width = Math.max(2, choiceWidth(choice, measure))
  const { size } = measure
  const rows = lines.map((line) => Math.max(1, countLines(textOf(line.runs), Math.max(2, width - hangOf(line)))))
  const count = Math.max(
    1,
    rows.reduce((sum, one) => sum + one, 0),
  )
  const gaps = Math.max(0, lines.length - 1) * SPACING.paragraphGap * size
  return count * lineHeightOf(size) + gaps + 2 * SPACING.cellPadding * size
}

/** A choice that no slide holds goes on under its key; what ends it has company there. */
function choppedChoice(choice: Choice, measure: Measure): Choice[] {
  if (choiceHeight(choice, measure) <= measure.height) return [choice]
  const { size, height } = measure
  const width = Math.max(2, choiceWidth(choice, measure))
  const most = Math.max(1, Math.floor((height - 2 * SPACING.cellPadding * size) / lineHeightOf(size)) - 1)
  const of = (lines: readonly CutLine[]): Choice => ({ ...choice, lines: mergedLines(lines) })
  const chopped: CutLine[][] = [[]]
  for (const line of choice.lines) {
    for (const [index, { runs }] of splitLine(line, Math.max(2, width - hangOf(line)), Math.ceil(most / 2)).entries()) {
      const piece: CutLine = index === 0 ? { ...line, runs } : restOf(line, runs)
      const last = chopped.at(-1) as CutLine[]
      if (last.length > 0 && choiceHeight(of([...last, piece]), measure) > height) chopped.push([piece])
      else last.push(piece)
    }
  }
  const [before, end] = chopped.slice(-2)
  const company = end?.length === 1 && before && before.length > 1 ? before.at(-1) : undefined
  if (company && end && choiceHeight(of([company, ...end]), measure) <= height) end.unshift(before?.pop() ?? company)
  return chopped.map(of)
}

function tableAtoms(
  table: Extract<Block, { type: 'table' }>,
  block: number,
  measure: Measure,
  cites: readonly string[],
): BlockAtom[] {
  const size = tableSize(table, measure)
  const columns = columnWidths(table, measure.width, size)
  const head = table.head.some((cell) => cell !== '') ? rowHeight(table.head, columns, size) : 0
  const rows = table.rows.flatMap((row) => choppedRow(row, columns, size, measure.height - head))
  const shown = rows.length === 0 ? [table.head.map(() => '')] : rows
  return shown.map((row, at) => ({
    ...fixed(block, at, rowHeight(row, columns, size), 0, cites),
    head,
    badness: at === 0 ? BADNESS.none : BADNESS.entry,
    matter: { type: 'row', row },
  }))
}

/** A row that no slide holds goes on in the next one. */
function choppedRow(
  row: readonly string[],
  columns: readonly number[],
  size: number,
  height: number,
): (readonly string[])[] {
  if (rowHeight(row, columns, size) <= height) return [row]
  const most = Math.max(1, Math.floor(height / lineHeightOf(size)) - 2)
  const cells = row.map((cell, index) => {
    const width = Math.max(1, emsOf(columns[index] ?? 100, size) - 2 * SPACING.cellPadding)
    const pieces = splitLine({ runs: [{ text: cell }], level: 0 }, width, most).map(({ runs }) => textOf(runs))
    return filledUp(pieces, (text) => countLines(text, width) <= most)
  })
  const rows = Math.max(...cells.map((pieces) => pieces.length))
  return Array.from({ length: rows }, (_, index) => cells.map((pieces) => pieces[index] ?? ''))
}

/** As many pieces together as fit. */
function filledUp(pieces: readonly string[], fits: (text: string) => boolean): string[] {
  const filled: string[] = []
  for (const piece of pieces) {
    const last = filled.at(-1)
    if (last !== undefined && fits(last + piece)) filled[filled.length - 1] = last + piece
    else filled.push(piece)
  }
  return filled
}

/** A block of what stands on one slide. */
export function blockOfAtoms(block: FlowingBlock, atoms: readonly BlockAtom[]): FlowingBlock {
  const lines = mergedLines(
    atoms.flatMap(({ matter }) => {
      if (matter.type !== 'piece') return []
      if (matter.cut === 'whole') return [matter.line]
      return [restOf(matter.line, matter.line.runs)]
    }),
  )
  switch (block.type) {
    case 'text':
      return { type: 'text', lines }
    case 'clause':
      return { type: 'clause', heading: atoms[0]?.matter.type === 'heading' ? block.heading : '', lines }
    case 'quote':
      return { type: 'quote', lines, ...(atoms.at(-1)?.matter.type === 'by' && { by: block.by }) }
    case 'choices':
      return {
        type: 'choices',
        choices: atoms.flatMap(({ matter }) => (matter.type === 'choice' ? [matter.choice] : [])),
      }
    case 'table':
      return {
        type: 'table',
        head: block.head,
        rows: atoms.flatMap(({ matter }) => (matter.type === 'row' ? [matter.row] : [])),
      }
  }
}
