import type { FileChild, Paragraph } from 'docx'
import { font, size } from '../../documents/page.ts'
import { line, MUTED } from '../../feeds/print/docx-parts.ts'
import { type ReadBlock, readBlocks } from '../deck/read-lines.ts'
import type { CitedPassage } from '../materials/cited.schema.ts'
import { isOnlyExplained } from '../materials/explained-text.ts'
import { blocksOnPaper, type PaperBlock } from './markdown-on-paper.ts'
import type { PaperContext } from './paper-context.ts'
import { CLAUSE, KEPT, type PaperLine, paragraphs, SMALL, type TextType } from './paper-type.ts'

export interface ClauseLook {
  /** How their words are set; 小四 without it. */
  readonly type?: TextType
  /** What becomes of their words before they are set. */
  readonly rewritten?: (lines: readonly PaperLine[]) => readonly PaperLine[]
  /** Where a passage is only explained by another text, its point alone is told if it has one. */
  readonly brief?: boolean
}

/** Passages in full: name, how each is valid on the day, its words, and why it is here. */
export function clauses(
  cites: readonly CitedPassage[],
  partId: string,
  context: PaperContext,
  { type = CLAUSE, rewritten = (lines) => lines, brief = false }: ClauseLook = {},
): FileChild[] {
  return cites.flatMap((cite) => {
    const note = cite.note?.trim() ?? ''
    const isPointEnough = brief && note !== '' && isOnlyExplained(cite.text ?? '')
    const words = isPointEnough ? [] : explained(readBlocks(cite.text ?? ''), isOnlyExplained(cite.text ?? ''))
    const point: PaperBlock[] =
      note === ''
        ? []
        : [{ type: 'text', lines: [{ runs: [{ text: '要点：', strong: true }, { text: note }], level: 0 }] }]
    const blocks = [...words, ...point]
    return [
      line(
        context.nameOf(cite),
        { before: 120, after: 0, pitch: 320, ...KEPT },
        { font: font.heading, size: Math.max(size.小四, type.size) },
      ),
      line(
        context.validityOf(cite, partId),
        { after: 40, pitch: 280, ...(blocks.length > 0 && KEPT) },
        { font: font.table, size: size.五号, color: MUTED },
      ),
      ...blocksOnPaper(blocks, type, rewritten),
    ]
  })
}

/** The words that say whose explanation it is stay with it. */
function explained(blocks: readonly ReadBlock[], isExplained: boolean): readonly PaperBlock[] {
  const [first, ...rest] = blocks
  if (!isExplained || first?.type !== 'text') return blocks
  return [
    { type: 'text', lines: first.lines.map((one, at): PaperLine => (at === 0 ? { ...one, keep: true } : one)) },
    ...rest,
  ]
}

/** Names and validity of passages on one line each, where their words stand elsewhere or would be too much. */
export const clauseNames = (
  cites: readonly CitedPassage[],
  partId: string,
  context: PaperContext,
  of = '',
): Paragraph[] =>
  paragraphs(
    cites.map((cite) => {
      const note = cite.note?.trim()
      return {
        runs: [
          { text: `${of}依据：${context.nameOf(cite)}`, strong: true },
          { text: `　${context.validityOf(cite, partId)}${note ? `　${note}` : ''}` },
        ],
        level: 0,
        flush: true,
      }
    }),
    { ...SMALL, left: 0 },
  )
