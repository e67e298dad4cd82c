import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx'
import { font, type PageLayout, size, textWidth } from './page.ts'

/**
 * One cell. `label` is a caption, `value` is where the answer goes, `head` is a caption of a list's
 * column, `text` is running text, `opinion` leaves room to write with the line to sign at the foot, and
 * `sign` is a place to sign whose last line, the date, stands at the right; `entry` is an answer in small type for wide
 * ledgers.
 */
export type Cell = {
  readonly kind: 'label' | 'value' | 'head' | 'text' | 'opinion' | 'sign' | 'entry'
  readonly text: string
  readonly span?: number
  readonly rows?: number
}

export type Row = { readonly cells: readonly Cell[]; readonly height?: number; readonly repeats?: boolean }

export const label = (text: string, span = 1, rows = 1): Cell => ({ kind: 'label', text, span, rows })
export const value = (text: string, span = 1): Cell => ({ kind: 'value', text, span })
export const head = (text: string, span = 1): Cell => ({ kind: 'head', text, span })
export const words = (content: string, span = 1): Cell => ({ kind: 'text', text: content, span })
export const opinion = (content: string, span = 1): Cell => ({ kind: 'opinion', text: content, span })

export const signPlace = (content: string, span = 1): Cell => ({ kind: 'sign', text: content, span })

export const row = (...cells: readonly Cell[]): Row => ({ cells })
/** A row at least `millimetres` high, for writing by hand. */
export const tallRow = (millimetres: number, ...cells: readonly Cell[]): Row => ({
  cells,
  height: Math.round(millimetres * 56.7),
})
/** The captions of a list's columns. */
export const headRow = (...names: readonly string[]): Row => ({ cells: names.map((name) => head(name)) })
/**
 * Captions printed again at the top of every page, for a list that may run over several. Only for the
 * first row of a page's first table: adjoining tables count as one, and its first row is what is repeated.
 */
export const repeatedHeadRow = (...names: readonly string[]): Row => ({ ...headRow(...names), repeats: true })
/** A row of a ledger with many columns, repeated as loopRow is, in smaller type. */
export function ledgerRow(list: string, ...texts: readonly string[]): Row {
  const { cells } = loopRow(list, ...texts)
  return { cells: cells.map((cell) => ({ ...cell, kind: 'entry' })) }
}
/** A row that docxtemplater repeats for every member of `list`. */
export function loopRow(list: string, ...texts: readonly string[]): Row {
  const last = texts.length - 1
  return {
    cells: texts.map((content, index) =>
      value(`${index === 0 ? `{#${list}}` : ''}${content}${index === last ? `{/${list}}` : ''}`),
    ),
  }
}

export function formTitle(content: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text: content, font: font.title, size: size.二号 })],
  })
}

/** A line above or below a table: number, unit, date. Tabs push what follows to the right edge. */
export function formLine(content: string, layout: PageLayout = 'form'): Paragraph {
  return new Paragraph({
    spacing: { before: 60, after: 60 },
    tabStops: [{ type: 'right', position: textWidth[layout] }],
    children: [new TextRun({ text: content, font: font.table, size: size.小四 })],
  })
}

/** Small print under a form. */
export function formNote(content: string): Paragraph {
  return new Paragraph({
    spacing: { before: 80, line: 300 },
    children: [new TextRun({ text: content, font: font.table, size: size.五号 })],
  })
}

/** A ruled table filling the text width; `columns` are relative widths. */
export function formTable(columns: readonly number[], rows: readonly Row[], layout: PageLayout = 'form'): Table {
  const total = columns.reduce((sum, width) => sum + width, 0)
  const widths = columns.map((width) => Math.floor((width / total) * textWidth[layout]))
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: rows.map(tableRow),
  })
}

function tableRow({ cells, height, repeats }: Row): TableRow {
  return new TableRow({
    tableHeader: repeats ?? false,
    cantSplit: true,
    height: { value: height ?? 510, rule: HeightRule.ATLEAST },
    children: cells.map(tableCell),
  })
}

function tableCell(cell: Cell): TableCell {
  const centred = cell.kind === 'label' || cell.kind === 'head'
  return new TableCell({
    columnSpan: cell.span ?? 1,
    rowSpan: cell.rows ?? 1,
    verticalAlign:
      cell.kind === 'opinion' || cell.kind === 'sign'
        ? VerticalAlignTable.BOTTOM
        : cell.kind === 'text'
          ? VerticalAlignTable.TOP
          : VerticalAlignTable.CENTER,
    children: cell.text.split('\n').map(
      (content, index, lines) =>
        new Paragraph({
          alignment: centred
            ? AlignmentType.CENTER
            : cell.kind === 'opinion' || (cell.kind === 'sign' && index === lines.length - 1)
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          spacing: { line: 320 },
          children: [
            new TextRun({
              text: withLastingBlanks(content),
              font: cell.kind === 'head' ? font.heading : font.table,
              size: ['head', 'text', 'entry'].includes(cell.kind) ? size.五号 : size.小四,
            }),
          ],
        }),
    ),
  })
}

/** Blanks to write in that stay even at the end of a line set to the right, where plain spaces are dropped. */
function withLastingBlanks(content: string): string {
  return content.replace(/ {2,}/g, (blanks) => '\u00a0'.repeat(blanks.length))
}
