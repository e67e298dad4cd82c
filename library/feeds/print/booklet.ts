import {
  AlignmentType,
  Document,
  Footer,
  InternalHyperlink,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import type { DocumentPrinter } from '../../printing/document-printer.ts'
import type { EditionStory } from '../feed-edition.ts'
import { chineseDate } from '../site/chinese-dates.ts'
import { coverOf } from '../site/cover-of.ts'
import { anchorOf, bookletStory } from './booklet-story.ts'
import { CINNABAR, documentText, FONT, line, MUTED, mm, picture, runs } from './docx-parts.ts'
import { findPages } from './find-pages.ts'
import type { FindPrintPicture } from './print-pictures.ts'
import type { PrintedIssue } from './printed-issue.ts'
import { storyCode } from './story-code.ts'

/** Half points: 三号, 小四, 五号. */
const [LARGE, BODY, SMALL] = [32, 24, 21]
/** Between the margins of A4. Millimetres. */
const WIDTH = 210 - 28 - 26
/** Pixels across for 150 dots an inch. */
const SHARP = 920

/**
 * An issue as a booklet on A4: cover, contents, each story on a page of its own with its pictures, the clauses it shows,
 * and what was corrected and answered.
 * @param pages where each story begins, by its code; without it the office program that opens the booklet fills them in
 */
export async function booklet(
  printed: PrintedIssue,
  find: FindPrintPicture,
  pages?: ReadonlyMap<string, number>,
): Promise<Uint8Array> {
  const { edition, issue, at, stories } = printed
  const { title, subtitle, publisher, contact } = edition.definition
  const told: (Paragraph | Table)[][] = []
  for (const [index, story] of stories.entries()) told.push(await bookletStory(story, index, find))
  const lead = stories[0]
  const leadCover = lead && coverOf(lead)
  const cover = lead && leadCover !== undefined ? await find(lead, leadCover, SHARP) : undefined
  const margin = { top: mm(30), bottom: mm(26), left: mm(28), right: mm(26), header: mm(15), footer: mm(14) }
  const page = { size: { width: mm(210), height: mm(297) }, margin }
  return Packer.toBuffer(
    new Document({
      title: documentText(`${title} 第${issue}期`),
      creator: documentText(publisher || title),
      description: '',
      styles: {
        default: {
          document: { run: { font: FONT.body, size: BODY } },
          heading1: { run: { font: FONT.title, size: 44, color: '24211C' } },
          heading2: { run: { font: FONT.heading, size: 28, color: CINNABAR } },
        },
      },
      sections: [
        {
          properties: { page },
          children: [
            line(
              title,
              { alignment: AlignmentType.CENTER, before: mm(cover ? 12 : 55), after: 160, pitch: 280 },
              { font: FONT.title, size: 84, color: CINNABAR },
            ),
            ...(subtitle
              ? [line(subtitle, { alignment: AlignmentType.CENTER, after: 360 }, { font: FONT.kai, size: LARGE })]
              : []),
            ...(cover ? [picture({ ...cover, caption: '' }, WIDTH, 105, { after: 480 })] : []),
            line(
              `第${issue}期`,
              { alignment: AlignmentType.CENTER, before: cover ? 0 : mm(50), after: 120 },
              { font: FONT.heading, size: LARGE },
            ),
            line(
              [publisher, chineseDate(at)].filter(Boolean).join('\n'),
              { alignment: AlignmentType.CENTER },
              { size: 28 },
            ),
          ],
        },
        numbered(page, [
          line(
            '目　录',
            { alignment: AlignmentType.CENTER, before: 120, after: 400 },
            { font: FONT.heading, size: 36 },
          ),
          ...stories.map((story, index) => contentsLine(story, index, pages)),
          line(
            [publisher, contact].filter(Boolean).join('　'),
            { alignment: AlignmentType.CENTER, before: 480 },
            { size: SMALL, color: MUTED },
          ),
        ]),
        ...[...told, notices(printed)].filter((part) => part.length > 0).map((part) => numbered(page, part)),
      ],
    }),
  )
}

/**
 * The booklet as it comes out of a printer: laid out twice, the second time with the pages that the first one found.
 * @throws {PrintError} where nothing can print
 */
export async function bookletPdf(
  printed: PrintedIssue,
  find: FindPrintPicture,
  printer: DocumentPrinter,
): Promise<Uint8Array> {
  const name = `${printed.edition.definition.title} 第${printed.issue}期`
  const codes = printed.stories.map(({ id }) => storyCode(id))
  const first = await printer.toPdf(await booklet(printed, find, new Map(codes.map((code) => [code, 0]))), name)
  const pages = await findPages(first, codes)
  return printer.toPdf(await booklet(printed, find, pages), name)
}

/** Pages with their numbers below. Each story is a section of its own: every program begins a section on a new page. */
function numbered(page: ISectionPropertiesOptions['page'], children: readonly (Paragraph | Table)[]): ISectionOptions {
  const run = new TextRun({ font: FONT.body, size: SMALL, children: ['— ', PageNumber.CURRENT, ' —'] })
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] })
  return { properties: { type: SectionType.NEXT_PAGE, ...(page && { page }) }, footers: { default: footer }, children }
}

function contentsLine(story: EditionStory, index: number, pages: ReadonlyMap<string, number> | undefined): Paragraph {
  const number = pages?.get(storyCode(story.id))
  const run = { font: FONT.body, size: BODY }
  const page: ParagraphChild = pages
    ? new TextRun({ ...run, text: number === undefined || number < 1 ? '' : String(number) })
    : new PageReference(anchorOf(index))
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: mm(WIDTH), leader: LeaderType.DOT }],
    spacing: { after: 140, line: 340 },
    children: [
      new InternalHyperlink({ anchor: anchorOf(index), children: runs(`${index + 1}　${story.content.title}`, run) }),
      new TextRun({ ...run, children: [new Tab()] }),
      page,
    ],
  })
}

function notices({ corrections, withdrawals, answers }: PrintedIssue): Paragraph[] {
  const changes = [...corrections, ...withdrawals].map(({ type, title, note }) =>
    line(
      `${type === 'correction' ? '更正' : '撤回'}　《${title}》${note ? `：${note}` : ''}`,
      { after: 100 },
      { font: FONT.body, size: BODY },
    ),
  )
  const said = answers.flatMap(({ question, answer }) => [
    line(`问：${question}`, { before: 160, after: 60, keepNext: true }, { font: FONT.heading, size: BODY }),
    line(`答：${answer}`, { after: 60 }, { font: FONT.body, size: BODY }),
  ])
  const headed = (title: string, lines: readonly Paragraph[]) =>
    lines.length === 0
      ? []
      : [line(title, { before: 400, after: 120, keepNext: true }, { font: FONT.heading, size: LARGE }), ...lines]
  return [...headed('更正与撤回', changes), ...headed('答读者', said)]
}
