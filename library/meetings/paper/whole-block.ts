import { type IBorderOptions, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { mm } from '../../feeds/print/docx-parts.ts'
import { PAPER_WIDTH } from './paper-pages.ts'

interface WholeBlock {
  readonly edge: IBorderOptions
  /** Between edge and words: above and below, and at the sides. Twentieths of a point. */
  readonly inset: readonly [number, number]
}

/** One block with an edge, as wide as the paper's text, that stays on one page. */
export function wholeBlock(children: readonly Paragraph[], { edge, inset: [above, beside] }: WholeBlock): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(PAPER_WIDTH), type: WidthType.DXA },
    columnWidths: [mm(PAPER_WIDTH)],
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: mm(PAPER_WIDTH), type: WidthType.DXA },
            margins: { top: above, bottom: above, left: beside, right: beside },
            children: [...children],
          }),
        ],
      }),
    ],
  })
}
