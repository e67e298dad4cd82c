import type { Paragraph } from 'docx'
import { font, size } from '../../documents/page.ts'
import { line, MUTED } from '../../feeds/print/docx-parts.ts'
import { readLines } from '../deck/read-lines.ts'
import type { CitedPassage } from '../materials/cited.schema.ts'
import type { PaperContext } from './paper-context.ts'
import { CLAUSE, type PaperLine, paragraphs, SMALL } from './paper-type.ts'

/** Passages in full: name, how each is valid on the day, its words, and why it is here. */
export function clauses(
  cites: readonly CitedPassage[],
  partId: string,
  context: PaperContext,
  rewritten: (lines: readonly PaperLine[]) => readonly PaperLine[] = (lines) => lines,
): Paragraph[] {
  return cites.flatMap((cite) => {
    const words = readLines(cite.text ?? '')
    const note = cite.note?.trim() ?? ''
    const noteLines = note === '' ? [] : [{ runs: [{ text: '要点：', strong: true }, { text: note }], level: 0 }]
    const shown = [...words, ...noteLines]
    return [
      line(
        context.nameOf(cite),
        { before: 120, after: 0, pitch: 320, keepNext: true },
        { font: font.heading, size: size.小四 },
      ),
      line(
        context.validityOf(cite, partId),
        { after: 40, pitch: 280, keepNext: shown.length > 0 },
        { font: font.table, size: size.五号, color: MUTED },
      ),
      ...paragraphs(rewritten(shown), CLAUSE),
    ]
  })
}

/** Names and validity of passages on one line each, where their words stand elsewhere or would be too much. */
export const clauseNames = (cites: readonly CitedPassage[], partId: string, context: PaperContext): Paragraph[] =>
  paragraphs(
    cites.map((cite) => {
      const note = cite.note?.trim()
      return {
        runs: [
          { text: `依据：${context.nameOf(cite)}`, strong: true },
          { text: `　${context.validityOf(cite, partId)}${note ? `　${note}` : ''}` },
        ],
        level: 0,
        continues: true,
      }
    }),
    { ...SMALL, left: 0 },
  )
