import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { mm } from '../../feeds/print/docx-parts.ts'

type CellContent = Paragraph | readonly Paragraph[]

export interface TableLook {
  /** Of the whole, in twips. */
  readonly width: number
  /** The first row is printed again at the head of every page. */
  readonly headed?: boolean
  /** At least this high, in millimetres, row by row; as high as their text without it. */
  readonly heights?: readonly (number | undefined)[]
  /** Rows that may end on the next page; kept whole without it. */
  readonly maySplit?: boolean
  readonly top?: boolean
}

/** A table with lines between its cells. @param columns relative widths */
export function ruledTable(
  columns: readonly number[],
  rows: readonly (readonly CellContent[])[],
  { width, headed = false, heights = [], maySplit = false, top = false }: TableLook,
): Table {
  const total = columns.reduce((sum, one) => sum + one, 0)
  const widths = columns.map((one) => Math.floor((one / total) * width))
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map((cells, row) => {
      const height = heights[row]
      return new TableRow({
        tableHeader: headed && row === 0,
        cantSplit: !maySplit,
        ...(height !== undefined && { height: { value: mm(height), rule: HeightRule.ATLEAST } }),
        children: cells.map(
          (content, column) =>
            new TableCell({
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              verticalAlign: top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
              children: Array.isArray(content) ? [...content] : [content as Paragraph],
            }),
        ),
      })
    }),
  })
}
