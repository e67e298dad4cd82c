import type { FileChild, Paragraph } from 'docx'
import type { DocumentSection } from '../../documents/build-document.ts'
import { mm } from '../../feeds/print/docx-parts.ts'
import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import { plainLine, readLines } from '../deck/read-lines.ts'
import type { MeetingPart, MeetingRecord } from '../outline/outline.schema.ts'
import { agendaTable, facts } from './agenda.ts'
import { clauses } from './clauses.ts'
import { leadsTo } from './drill-sheet.ts'
import { markdownOnPaper } from './markdown-on-paper.ts'
import { type AgendaLine, agendaLines, kindOfPart } from './meeting-facts.ts'
import type { PaperContext } from './paper-context.ts'
import { PAPER_WIDTH, paperPages } from './paper-pages.ts'
import {
  ALOUD,
  aside,
  CLAUSE_FONT,
  fact,
  heading,
  KEPT,
  type PaperLine,
  pageHeader,
  paperTitle,
  paragraphs,
  READ,
  STANDING,
  type TextType,
} from './paper-type.ts'
import { pictureOnPaper } from './picture-on-paper.ts'
import { questionAnswered, questionAsked } from './questions.ts'
import { todoTable } from './todo-table.ts'

/** Beyond so many parts, short ones follow each other on a page. */
const PAGE_EACH = 40

/** The speaker's script: the agenda at its head, then each part with its clock, what to say, and what the room sees. */
export async function scriptOf(record: MeetingRecord, context: PaperContext): Promise<DocumentSection[]> {
  const lines = agendaLines(record)
  const first: FileChild[] = [
    ...paperTitle('讲　稿', record.title),
    ...facts(record).map(([name, words]) => fact(name, words)),
    ...(record.purpose === '' ? [] : [heading('这次会要做到什么', 2), ...markdownOnPaper(record.purpose, READ)]),
    ...(lines.length === 0 ? [] : [heading('议程', 2), agendaTable(record, mm(PAPER_WIDTH))]),
    aside(`条文时效查于${chineseDate(context.today)}。`, { before: 120 }),
  ]
  const parts: { line: AgendaLine; at: number; children: FileChild[] }[] = []
  for (const [at, one] of lines.entries()) parts.push({ line: one, at, children: await partOf(one, at, context) })
  const headerOf = (right: string) => pageHeader(record.title, right, PAPER_WIDTH)
  if (parts.length > PAGE_EACH) {
    return [
      paperPages(first, headerOf('讲稿')),
      paperPages(
        parts.flatMap(({ children }) => children),
        headerOf('讲稿'),
      ),
    ]
  }
  return [
    paperPages(first, headerOf('讲稿')),
    ...parts.map(({ line, at, children }) =>
      paperPages(children, headerOf([line.time, `${at + 1} ${line.title}`].filter(Boolean).join('　'))),
    ),
  ]
}

async function partOf(
  { part, title, time, speaker }: AgendaLine,
  at: number,
  context: PaperContext,
): Promise<FileChild[]> {
  const about = [
    time,
    part.minutes > 0 && time !== `${part.minutes}分钟` ? `${part.minutes}分钟` : '',
    speaker && `主讲：${speaker}`,
    kindOfPart(part),
  ]
  const pictures: Paragraph[] = []
  for (const one of part.pictures) pictures.push(...(await pictureOnPaper(one, context, { widest: 120, tallest: 75 })))
  return [
    heading(`${at + 1}　${title}`, 1),
    aside(about.filter(Boolean).join('　'), { ...KEPT, after: 100 }),
    ...under('怎么讲', markdownOnPaper(part.notes, ALOUD)),
    ...under('大家看到的', [...shown(part, STANDING), ...pictures]),
    ...(part.type === 'scene' && part.drill ? under('演练走法（全文另印《演练单》）', drillWays(part.drill)) : []),
    ...(part.type === 'closing' && part.todo.length > 0
      ? [heading('会后要做的', 2), todoTable(part.todo, mm(PAPER_WIDTH))]
      : []),
    ...under('条文', clauses(part.cites, part.id, context, { type: { ...STANDING, font: CLAUSE_FONT, left: 280 } })),
    ...(part.type === 'quiz'
      ? under(
          '题目和答案',
          part.questions.flatMap((question, index) => [
            ...questionAsked(question, index, STANDING),
            ...questionAnswered(question, undefined, STANDING, part.id, context),
          ]),
        )
      : []),
    ...under('问大家', paragraphs(asked(part), ALOUD)),
  ]
}

const under = (name: string, children: readonly FileChild[]): FileChild[] =>
  children.length === 0 ? [] : [heading(name, 2), ...children]

const numbered = (texts: readonly string[]): PaperLine[] =>
  texts.map((text, index) => ({ ...plainLine(text), marker: { number: `${index + 1}.` } }))

/** What stands on the slides of a part, in order. */
export function shown(part: MeetingPart, type: TextType): FileChild[] {
  switch (part.type) {
    case 'opening':
    case 'reading':
    case 'discussion':
    case 'closing':
      return markdownOnPaper(part.text, type)
    case 'story':
      return part.story ? paragraphs(storyLines(part.story), type) : []
    case 'scene':
      return part.drill ? markdownOnPaper(part.drill.setting, type) : []
    case 'exercise':
      return [...markdownOnPaper(part.text, type), ...paragraphs(exerciseLines(part), type)]
    case 'quiz':
      return []
  }
}

function exerciseLines({ tasks, template, guide }: Extract<MeetingPart, { type: 'exercise' }>): PaperLine[] {
  return [
    ...numbered(tasks),
    ...(template ? [plainLine(`用到的文书：《${template.title}》`)] : []),
    ...(guide?.steps ?? []).map(
      ({ action, detail }, index): PaperLine => ({
        runs: [{ text: action, strong: true }, { text: detail ? `　${detail}` : '' }],
        level: 0,
        marker: { number: `第${index + 1}步` },
      }),
    ),
  ]
}

function storyLines({
  title,
  summary,
  place,
  happened,
  sections,
  quotes,
}: NonNullable<Extract<MeetingPart, { type: 'story' }>['story']>): PaperLine[] {
  const when = [place, happened].filter(Boolean).join('，')
  return [
    {
      runs: [{ text: `《${title}》`, strong: true }, { text: when === '' ? '' : `　${when}` }],
      level: 0,
      flush: true,
    },
    ...(summary ? [{ runs: [{ text: summary, emphasis: true }], level: 0 }] : []),
    ...sections.flatMap((section): PaperLine[] => [
      { runs: [{ text: section.heading, strong: true }], level: 0, flush: true, keep: true },
      ...readLines(section.text),
    ]),
    ...quotes.map(
      ({ text, by }): PaperLine => ({
        runs: [{ text: `“${text}”`, emphasis: true }, { text: by === '' ? '' : `——${by}` }],
        level: 0,
      }),
    ),
  ]
}

/** Each turning point on a few lines: what is asked, and where each choice leads. */
function drillWays(drill: NonNullable<Extract<MeetingPart, { type: 'scene' }>['drill']>): Paragraph[] {
  return paragraphs(
    drill.turns.flatMap((turn, at): PaperLine[] => [
      {
        runs: [{ text: turn.title || '转折点', strong: true }, { text: turn.ask ? `　${turn.ask}` : '' }],
        level: 0,
        marker: { number: `${at + 1}.` },
      },
      ...turn.choices.map(
        (choice, index): PaperLine => ({
          runs: [{ text: `${choice.text}　` }, { text: leadsTo(drill, choice, at), strong: true }],
          level: 1,
          marker: { number: `${String.fromCharCode(65 + index)}.` },
        }),
      ),
    ]),
    STANDING,
  )
}

function asked(part: MeetingPart): PaperLine[] {
  if (part.type === 'story') return numbered(part.ask)
  if (part.type === 'discussion') return numbered(part.questions)
  return part.type === 'scene' ? numbered(part.drill?.debrief ?? []) : []
}
