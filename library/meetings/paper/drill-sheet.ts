import type { FileChild, Paragraph } from 'docx'
import { font, size } from '../../documents/page.ts'
import { line, mm } from '../../feeds/print/docx-parts.ts'
import { readLines } from '../deck/read-lines.ts'
import type { DrillChoice, DrillRecord, DrillTurn } from '../drills/drill.schema.ts'
import { clauseNames, clauses } from './clauses.ts'
import { markdownOnPaper } from './markdown-on-paper.ts'
import type { PaperContext } from './paper-context.ts'
import { PAPER_WIDTH } from './paper-pages.ts'
import { aside, CELL, heading, KEPT, type PaperLine, paragraphs, READ, SMALL } from './paper-type.ts'
import { pictureOnPaper } from './picture-on-paper.ts'
import { ruledTable } from './ruled-table.ts'

const WORTH = { good: '稳妥', 'so-so': '还可以更好', poor: '容易出问题' } as const

/** A drill, whole, for whoever leads it: what everybody knows, what each player alone knows, every way and its end. */
export async function drillSheet(drill: DrillRecord, partId: string, context: PaperContext): Promise<FileChild[]> {
  const turns: FileChild[] = []
  for (const [at, turn] of drill.turns.entries()) turns.push(...(await turnOf(drill, turn, at, partId, context)))
  return [
    ...(drill.minutes > 0 || drill.audience.note
      ? [
          aside(
            [drill.minutes > 0 ? `约${drill.minutes}分钟` : '', drill.audience.note ?? ''].filter(Boolean).join('　'),
          ),
        ]
      : []),
    ...section('场景', markdownOnPaper(drill.setting, READ)),
    ...section('角色（各人自己的那一条，只给他本人看）', drill.roles.flatMap(roleLines)),
    ...turns,
    ...section('真实发生的', markdownOnPaper(drill.happened, READ)),
    ...section('复盘', paragraphs(numbered(drill.debrief), READ)),
    ...section('依据', clauses(drill.cites, partId, context)),
  ]
}

const section = (title: string, children: readonly FileChild[]): FileChild[] =>
  children.length === 0 ? [] : [heading(title, 2), ...children]

const numbered = (texts: readonly string[]): PaperLine[] =>
  texts.map((text, index) => ({ runs: [{ text }], level: 0, marker: { number: `${index + 1}.` } }))

function roleLines({ name, about, secret }: DrillRecord['roles'][number]): Paragraph[] {
  const [first, ...rest] = readLines(about ?? '')
  const said: PaperLine[] = [
    {
      runs: [{ text: `${name}${first ? '：' : ''}`, strong: true }, ...(first?.runs ?? [])],
      level: 0,
      marker: 'bullet',
    },
    ...rest.map((one) => ({ ...one, level: 1, flush: true })),
  ]
  const hidden = readLines(secret ?? '').map(
    (one, at): PaperLine => ({
      ...one,
      runs: [
        ...(at === 0 ? [{ text: '只有他知道：', strong: true }] : []),
        ...one.runs.map((run) => ({ ...run, emphasis: true })),
      ],
      level: 1,
      flush: true,
    }),
  )
  return paragraphs([...said, ...hidden], READ)
}

async function turnOf(
  drill: DrillRecord,
  turn: DrillTurn,
  at: number,
  partId: string,
  context: PaperContext,
): Promise<FileChild[]> {
  const roles = new Map(drill.roles.map(({ id, name }) => [id, name]))
  const said = turn.lines.map(({ role, text }): PaperLine => {
    const who = role === undefined ? undefined : roles.get(role)
    return who
      ? { runs: [{ text: `${who}：`, strong: true }, { text }], level: 1, flush: true }
      : { runs: [{ text, emphasis: true }], level: 1, flush: true }
  })
  const notes = readLines(turn.notes ?? '').map(
    (one, index): PaperLine => ({
      ...one,
      runs: [...(index === 0 ? [{ text: '带领的人：', strong: true }] : []), ...one.runs],
      flush: true,
    }),
  )
  return [
    heading(`${at + 1}　${turn.title || '转折点'}`, 2),
    ...markdownOnPaper(turn.text, READ),
    ...paragraphs(said, READ),
    ...(turn.picture ? await pictureOnPaper(turn.picture, context, { widest: 110, tallest: 70 }) : []),
    ...(turn.ask || turn.choices.length > 0
      ? [
          line(
            turn.ask || '你会怎么做？',
            { before: 60, after: 60, pitch: 320, ...KEPT },
            { font: font.heading, size: size.小四 },
          ),
        ]
      : []),
    ...(turn.choices.length === 0 ? [] : [choices(drill, turn, at)]),
    ...paragraphs(notes, { ...SMALL, after: 40 }),
    ...turn.choices.flatMap(({ cites }, index) =>
      clauseNames(cites, partId || turn.id, context, `${letter(index)} 的`),
    ),
  ]
}

const letter = (index: number) => String.fromCharCode(65 + index)

function choices(drill: DrillRecord, turn: DrillTurn, at: number): FileChild {
  const head = ['', '做法', '结果', '接着'].map((text) =>
    cell([{ runs: [{ text, strong: true }], level: 0, flush: true }]),
  )
  const rows = turn.choices.map((choice, index) => [
    cell([{ runs: [{ text: letter(index), strong: true }], level: 0, flush: true }]),
    cell([
      { runs: [{ text: choice.text }], level: 0, flush: true },
      ...(choice.worth
        ? [{ runs: [{ text: `（${WORTH[choice.worth]}）`, emphasis: true }], level: 0, flush: true as const }]
        : []),
    ]),
    cell(readLines(choice.outcome).map((one) => ({ ...one, flush: true }))),
    cell([{ runs: [{ text: leadsTo(drill, choice, at), strong: true }], level: 0, flush: true }]),
  ])
  return ruledTable([6, 38, 44, 16], [head, ...rows], { width: mm(PAPER_WIDTH), headed: true, top: true })
}

/** 转到 3, or the end. */
export function leadsTo(drill: DrillRecord, { to }: DrillChoice, at: number): string {
  if (to === 'end') return '结束'
  const next = to === undefined ? at + 1 : drill.turns.findIndex(({ id }) => id === to)
  if (next >= drill.turns.length || next < 0) return '结束'
  return `转到 ${next + 1}`
}

function cell(lines: readonly PaperLine[]): Paragraph[] {
  return paragraphs(lines.length === 0 ? [{ runs: [], level: 0, flush: true }] : lines, CELL).map((one) => one)
}
