import { BorderStyle, type FileChild, type Paragraph, type Table } from 'docx'
import { font, size } from '../../documents/page.ts'
import { CINNABAR, line, MUTED } from '../../feeds/print/docx-parts.ts'
import { readLines } from '../deck/read-lines.ts'
import type { DrillRecord, DrillRole } from '../drills/drill.schema.ts'
import { aside, KEPT, paragraphs, type TextType } from './paper-type.ts'
import { wholeBlock } from './whole-block.ts'

const WORDS: TextType = { size: size.四号, pitch: 440, font: font.table, after: 40 }

/** One card for each role, to be cut out: what everybody knows, and what only its player does. */
export function roleCards(drill: DrillRecord): FileChild[] {
  return [
    aside('沿虚线剪开，一人一张。演练开始以前，只看自己的一张；别人知道什么，到时候才知道。', {
      after: 120,
      ...KEPT,
    }),
    ...drill.roles.flatMap((role) => [card(drill, role), line('', { pitch: 200 }, { size: 12 })]),
  ]
}

function card(drill: DrillRecord, { name, about, secret }: DrillRole): Table {
  const cut = { style: BorderStyle.DASHED, size: 8, color: '8A8275' }
  const named = (title: string, text: string | undefined, colour?: string): Paragraph[] =>
    !text?.trim()
      ? []
      : [
          line(
            title,
            { before: 100, after: 20, pitch: 300, ...KEPT },
            { font: font.heading, size: size.小四, color: colour ?? MUTED },
          ),
          ...paragraphs(readLines(text), WORDS),
        ]
  return wholeBlock(
    [
      line(drill.title, { after: 60, pitch: 280 }, { font: font.table, size: size.五号, color: MUTED }),
      line(name || '（没有名字的角色）', { after: 60, pitch: 320, ...KEPT }, { font: font.title, size: size.二号 }),
      ...named('大家都知道的', about),
      ...named('只有您知道的（不要给别人看）', secret, CINNABAR),
    ],
    { edge: cut, inset: [160, 240] },
  )
}
