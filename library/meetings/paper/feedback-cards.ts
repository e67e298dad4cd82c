import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentSection } from '../../documents/build-document.ts'
import { font, size } from '../../documents/page.ts'
import { line, MUTED, mm, runs } from '../../feeds/print/docx-parts.ts'
import { shortened } from '../deck/shortened.ts'
import type { MaterialRecord } from '../materials/material.schema.ts'
import { CARD_QUESTIONS, type CardQuestion } from '../responses/card-questions.ts'
import { dayInWords } from './meeting-facts.ts'
import { RULE, writingLines } from './paper-type.ts'
import { wholeRows } from './whole-rows.ts'

/** Millimetres: two cards of A5 across on a page of A4, cut through the middle. */
const SIDES = { top: 8, bottom: 8, left: 20, right: 20 }
const WIDTH = 210 - SIDES.left - SIDES.right
const HEIGHT = 139
/** Em of a line of choices. */
const LINE = 41
/** Between lines to write on, in twips: cards with few of them have more room for each. */
const PITCH = { needs: 470, feedback: 400 }

const CARDS = {
  needs: { title: '需求卡', says: '开会之前填。您说的，会用来定讲什么、怎么讲。不用写名字。' },
  feedback: { title: '反馈卡', says: '会后填，五分钟。您说的，下一次就照着改。不用写名字，不打分。' },
} as const

/** Two equal cards on a page of A4, with the questions of CARD_QUESTIONS. */
export function cardsOf(record: MaterialRecord, type: keyof typeof CARDS): DocumentSection {
  const cut = { style: BorderStyle.DASHED, size: 6, color: '8A8275' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rowOf = (index: number) =>
    new TableRow({
      cantSplit: true,
      height: { value: mm(HEIGHT), rule: HeightRule.EXACT },
      children: [
        new TableCell({
          width: { size: mm(WIDTH), type: WidthType.DXA },
          margins: { top: mm(index === 0 ? 3 : 6), bottom: mm(3), left: 0, right: 0 },
          borders: { top: index === 0 ? none : cut, bottom: none, left: none, right: none },
          children: card(record, type),
        }),
      ],
    })
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: {
          top: mm(SIDES.top),
          bottom: mm(SIDES.bottom),
          left: mm(SIDES.left),
          right: mm(SIDES.right),
          header: 0,
          footer: 0,
        },
      },
    },
    children: [
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: mm(WIDTH), type: WidthType.DXA },
        columnWidths: [mm(WIDTH)],
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: cut, insideVertical: none },
        rows: [rowOf(0), rowOf(1)],
      }),
      // A document does not end with a table; this takes no room.
      new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [new TextRun({ text: '', size: 2 })] }),
    ],
  }
}

function card(record: MaterialRecord, type: keyof typeof CARDS): Paragraph[] {
  const { title, says } = CARDS[type]
  const on = record.type === 'meeting' && record.on ? dayInWords(record.on) : ''
  return [
    line(title, { alignment: AlignmentType.CENTER, after: 20, pitch: 260 }, { font: font.title, size: size.小二 }),
    line(
      [shortened(record.title, 44), on].filter(Boolean).join('　'),
      { alignment: AlignmentType.CENTER, after: 40, pitch: 260 },
      { font: font.heading, size: size.小四 },
    ),
    line(
      says,
      { alignment: AlignmentType.CENTER, after: 60, pitch: 250 },
      { font: font.table, size: size.五号, color: MUTED },
    ),
    ...CARD_QUESTIONS[type].flatMap((question, at) => asked(question, at, PITCH[type])),
  ]
}

const type = { font: font.table, size: 22 }

function asked({ ask, choices, lines }: CardQuestion, at: number, pitch: number): Paragraph[] {
  const name = runs(`${at + 1}. ${ask}${lines === 1 && !choices ? '：' : ''}`, { ...type, font: font.heading })
  if (choices) {
    const boxes = wholeRows(
      choices.map(({ text }) => `□ ${text}`),
      LINE,
    ).join('\n')
    return [
      new Paragraph({ keepNext: true, spacing: { before: 60, line: 280 }, children: name }),
      line(boxes, { after: 20, pitch: 290, indent: { left: 330 } }, type),
    ]
  }
  // A short question has its line beside it.
  const first = new Paragraph({
    keepNext: lines > 1,
    spacing: { before: 60, line: lines === 1 ? pitch : 300, lineRule: LineRuleType.EXACT },
    ...(lines === 1 && { border: { bottom: RULE } }),
    children: name,
  })
  const more = lines === 1 ? [] : writingLines(lines, pitch)
  return [first, ...more]
}
