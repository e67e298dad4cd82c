import type { FileChild } from 'docx'
import { mm } from '../../feeds/print/docx-parts.ts'
import { type ReadBlock, readBlocks } from '../deck/read-lines.ts'
import { PAPER_WIDTH } from './paper-pages.ts'
import { CELL, type PaperLine, paragraphs, type TextType } from './paper-type.ts'
import { ruledTable } from './ruled-table.ts'

type Rewritten = (lines: readonly PaperLine[]) => readonly PaperLine[]

/** Markdown as paragraphs, lists and tables. @param rewritten what becomes of the words before they are set */
export const markdownOnPaper = (
  markdown: string,
  type: TextType,
  rewritten: Rewritten = (lines) => lines,
): FileChild[] => blocksOnPaper(readBlocks(markdown), type, rewritten)

/** Blocks as they were read, or with lines of a paper's own. */
export type PaperBlock = ReadBlock | { readonly type: 'text'; readonly lines: readonly PaperLine[] }

export const blocksOnPaper = (blocks: readonly PaperBlock[], type: TextType, rewritten: Rewritten): FileChild[] =>
  blocks.flatMap((block) =>
    block.type === 'text' ? paragraphs(rewritten(block.lines), type) : [tableOf([block.head, ...block.rows])],
  )

/** As wide as the page; columns by what they hold, those with much of it not at the cost of the others. */
function tableOf(rows: readonly (readonly string[])[]): FileChild {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.sqrt(Math.max(4, ...rows.map((row) => Math.min(200, (row[column] ?? '').length)))),
  )
  const cells = rows.map((row, at) =>
    Array.from({ length: columns }, (_, column) =>
      paragraphs([{ runs: [{ text: row[column] ?? '', strong: at === 0 }], level: 0, flush: true }], CELL),
    ),
  )
  return ruledTable(widths, cells, { width: mm(PAPER_WIDTH), headed: true, maySplit: true })
}
