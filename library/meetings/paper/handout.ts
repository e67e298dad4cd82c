import type { FileChild } from 'docx'
import type { DocumentSection } from '../../documents/build-document.ts'
import { mm } from '../../feeds/print/docx-parts.ts'
import { plainLine, readLines } from '../deck/read-lines.ts'
import type { DrillRecord } from '../drills/drill.schema.ts'
import type { MeetingPart, MeetingRecord } from '../outline/outline.schema.ts'
import { facts } from './agenda.ts'
import { type Blanked, withBlanks } from './blanks.ts'
import { clauses } from './clauses.ts'
import { markdownOnPaper } from './markdown-on-paper.ts'
import { type AgendaLine, agendaLines } from './meeting-facts.ts'
import type { PaperContext } from './paper-context.ts'
import { PAPER_WIDTH, paperPages } from './paper-pages.ts'
import {
  aside,
  fact,
  heading,
  KEPT,
  type PaperLine,
  pageHeader,
  paperTitle,
  paragraphs,
  READ,
  type TextType,
  writingLines,
} from './paper-type.ts'
import { pictureOnPaper } from './picture-on-paper.ts'
import { questionAnswered, questionAsked } from './questions.ts'
import { shown } from './script.ts'
import { todoTable } from './todo-table.ts'
import { wholeRows } from './whole-rows.ts'

/** A question over its lines. */
const QUESTION: TextType = { ...READ, before: 100, after: 0 }

/** What is gathered for the last page while the handout is written. */
interface Answers {
  readonly parts: {
    readonly title: string
    readonly words: Blanked['answers'][number][]
    readonly children: FileChild[]
  }[]
  next: number
}

/**
 * The handout: what is shown and read, with the words that matter left out, room to write, and the quiz unanswered;
 * the answers are on the last page. Nothing of the speaker's notes, nothing that only a player knows.
 */
export async function handoutOf(record: MeetingRecord, context: PaperContext): Promise<DocumentSection[]> {
  const answers: Answers = { parts: [], next: 1 }
  const children: FileChild[] = [
    ...paperTitle('讲义', record.title),
    ...facts(record).map(([name, words]) => fact(name, words)),
  ]
  for (const [at, line] of agendaLines(record).entries()) children.push(...(await partOf(line, at, context, answers)))
  children.push(...notesPage())
  return withAnswers(record.title, children, answers)
}

/** The handout of a drill by itself: what everybody may know before, and room for what was learnt. */
export function drillHandoutOf(record: DrillRecord, context: PaperContext): DocumentSection[] {
  const answers: Answers = { parts: [], next: 1 }
  const children = [
    ...paperTitle('讲义', record.title),
    ...drillForLearners(record),
    ...clausesWithBlanks(record.cites, '', '依据', context, answers),
    ...notesPage(),
  ]
  return withAnswers(record.title, children, answers)
}

async function partOf(
  { part, title, time }: AgendaLine,
  at: number,
  context: PaperContext,
  answers: Answers,
): Promise<FileChild[]> {
  const name = `${at + 1}　${title}`
  const children: FileChild[] = [heading(name, 1), ...(time === '' ? [] : [aside(time, KEPT)])]
  if (part.type === 'scene') children.push(...(part.drill ? drillForLearners(part.drill) : []))
  else if (part.type === 'reading') children.push(...blanked(part.text, name, answers))
  else children.push(...shown(part, READ))
  for (const one of part.pictures) children.push(...(await pictureOnPaper(one, context, { widest: 120, tallest: 75 })))
  children.push(...clausesWithBlanks(part.cites, part.id, name, context, answers))
  if (part.type === 'quiz') {
    children.push(...part.questions.flatMap((question, index) => questionAsked(question, index, READ)))
    const told = part.questions.flatMap((question, index) => questionAnswered(question, index, READ, part.id, context))
    if (told.length > 0) partOfAnswers(name, answers).children.push(...told)
  }
  children.push(...room(part))
  return children
}

const notesPage = (): FileChild[] => [heading('我的笔记', 1, { pageBreakBefore: true }), ...writingLines(23)]

/** Questions with lines to write on, and what is to be done afterwards. */
function room(part: MeetingPart): FileChild[] {
  const asked = part.type === 'story' ? part.ask : part.type === 'discussion' ? part.questions : []
  const lines = part.type === 'discussion' ? 3 : 2
  const questions = asked.flatMap((text, at) => [
    ...paragraphs([{ ...plainLine(text), keep: true, marker: { number: `${at + 1}.` } }], QUESTION),
    ...writingLines(lines, 460),
  ])
  if (part.type === 'closing')
    return part.todo.length > 0 ? [heading('会后要做的', 2), todoTable(part.todo, mm(PAPER_WIDTH), 2)] : []
  return questions.length === 0 ? [] : [heading('想一想', 2), ...questions]
}

function drillForLearners({ setting, roles, debrief }: DrillRecord): FileChild[] {
  const named = roles.map(({ name, about }): PaperLine => {
    const said = readLines(about ?? '').flatMap(({ runs }) => runs)
    return {
      runs: [{ text: said.length === 0 ? name : `${name}：`, strong: true }, ...said],
      level: 0,
      marker: 'bullet',
    }
  })
  return [
    ...markdownOnPaper(setting, READ),
    ...(named.length === 0 ? [] : [heading('角色', 2), ...paragraphs(named, READ)]),
    ...(debrief.length === 0
      ? []
      : [
          heading('复盘', 2),
          ...debrief.flatMap((text, at) => [
            ...paragraphs([{ ...plainLine(text), keep: true, marker: { number: `${at + 1}.` } }], QUESTION),
            ...writingLines(2, 460),
          ]),
        ]),
  ]
}

const blanked = (markdown: string, title: string, answers: Answers): FileChild[] =>
  markdownOnPaper(markdown, READ, (lines) => rewrite(lines, title, answers))

/** Lines with blanks; what stood there is kept for the last page. */
function rewrite(lines: readonly PaperLine[], title: string, answers: Answers): readonly PaperLine[] {
  const done = withBlanks(lines, answers.next)
  keep(done, title, answers)
  return done.lines
}

function clausesWithBlanks(
  cites: MeetingPart['cites'],
  partId: string,
  title: string,
  context: PaperContext,
  answers: Answers,
): FileChild[] {
  if (cites.length === 0) return []
  const before = answers.next
  const rewritten = (lines: readonly PaperLine[]) => rewrite(lines, title, answers)
  const children = clauses(cites, partId, context, { rewritten, brief: true })
  return [heading(answers.next > before ? '条文（填空）' : '条文', 2), ...children]
}

function keep({ answers: told }: Blanked, title: string, answers: Answers): void {
  if (told.length === 0) return
  answers.next += told.length
  partOfAnswers(title, answers).words.push(...told)
}

function partOfAnswers(title: string, { parts }: Answers): Answers['parts'][number] {
  const last = parts.at(-1)
  if (last?.title === title) return last
  const part = { title, words: [], children: [] }
  parts.push(part)
  return part
}

const wordsOf = (words: Blanked['answers']): FileChild[] =>
  paragraphs(
    wholeRows(
      words.map(({ number, text }) => `${number}. ${text}`),
      38,
    ).map((text) => ({ runs: [{ text }], level: 0, flush: true })),
    READ,
  )

function withAnswers(title: string, children: readonly FileChild[], { parts }: Answers): DocumentSection[] {
  const header = pageHeader(title, '讲义', PAPER_WIDTH)
  const pages = [paperPages(children, header)]
  if (parts.length === 0) return pages
  const told = [
    heading('答案（先自己填，再看这一页）', 1),
    ...parts.flatMap(({ title: of, words, children: more }) => [heading(of, 2), ...wordsOf(words), ...more]),
  ]
  return [...pages, paperPages(told, pageHeader(title, '答案', PAPER_WIDTH))]
}
