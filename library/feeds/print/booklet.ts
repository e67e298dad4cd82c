import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
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
import type { EditionPolicy, EditionStory } from '../feed-edition.ts'
import { chineseDate, chineseSpan } from '../site/chinese-dates.ts'
import { coverOf } from '../site/cover-of.ts'
import { policyName, VALIDITY_NAMES } from '../site/policy-name.ts'
import { CINNABAR, documentText, FONT, line, MUTED, mm, picture, runs, table } from './docx-parts.ts'
import { findPages } from './find-pages.ts'
import type { FindPrintPicture } from './print-pictures.ts'
import type { PrintedIssue } from './printed-issue.ts'
import { provisionLines } from './provision-lines.ts'
import { storyBlocks } from './story-blocks.ts'
import { storyCode } from './story-code.ts'

/** Half points: 三号, 小四, 五号. */
const [LARGE, BODY, SMALL] = [32, 24, 21]
/** Between the margins of A4, and of a page's height what a picture may take. Millimetres. */
const WIDTH = 210 - 28 - 26
const TALLEST = 118
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
  for (const [index, story] of stories.entries()) told.push(await storyPages(story, index, find))
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

const anchorOf = (index: number) => `story-${index + 1}`

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

async function storyPages(story: EditionStory, index: number, find: FindPrintPicture): Promise<(Paragraph | Table)[]> {
  const { content, story: facts } = story
  const cover = coverOf(story)
  const shown = new Set<string>()
  const show = async (sha256: string | undefined): Promise<Paragraph[]> => {
    if (sha256 === undefined || shown.has(sha256)) return []
    shown.add(sha256)
    const one = await find(story, sha256, SHARP)
    if (!one) return []
    const caption = line(
      one.caption,
      { alignment: AlignmentType.CENTER, after: 200, pitch: 280 },
      { font: FONT.kai, size: SMALL, color: MUTED },
    )
    return [picture(one, WIDTH, TALLEST), ...(one.caption === '' ? [] : [caption])]
  }
  const when = chineseSpan(facts.happenedFrom, facts.happenedTo)
  const kicker = [
    content.label,
    facts.themes.join('、'),
    (content.places ?? []).join(' '),
    when,
    `编号 ${storyCode(story.id)}`,
  ]
  const parts: (Paragraph | Table)[] = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      // Said in points: a browser reckons a multiple by the size of the text around it, and cuts the letters' tops.
      spacing: { after: 160, line: 640, lineRule: 'exact' },
      children: [new Bookmark({ id: anchorOf(index), children: runs(content.title, { font: FONT.title, size: 44 }) })],
    }),
    line(kicker.filter(Boolean).join('　'), { after: 200, pitch: 300 }, { font: FONT.body, size: SMALL, color: MUTED }),
    ...(content.description
      ? [line(content.description, { after: 160, pitch: 360 }, { font: FONT.kai, size: BODY })]
      : []),
    ...(await show(cover)),
  ]
  for (const block of storyBlocks(content.body)) {
    if (block.type === 'picture') parts.push(...(await show(block.sha256)))
    else if (block.type === 'heading')
      parts.push(
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 260, after: 100 },
          children: runs(block.text, { font: FONT.heading, size: 28, color: CINNABAR }),
        }),
      )
    else if (block.type === 'rows') {
      const columns = Math.max(1, ...block.rows.map((row) => row.length))
      const rows = block.rows.map((row) =>
        Array.from({ length: columns }, (_, at) =>
          line(row[at] ?? '', { pitch: 280 }, { font: FONT.body, size: SMALL }),
        ),
      )
      parts.push(
        table(
          Array.from({ length: columns }, () => Math.floor(mm(WIDTH) / columns)),
          rows,
        ),
      )
    } else
      parts.push(
        new Paragraph({
          alignment: AlignmentType.BOTH,
          spacing: { after: 80, line: 380 },
          indent:
            block.depth > 0 || block.quoted
              ? { left: 480 * Math.max(1, block.depth), hanging: block.mark === undefined ? 0 : 360 }
              : { firstLine: 480 },
          children: [
            ...(block.mark === undefined ? [] : [new TextRun({ font: FONT.body, size: BODY, text: `${block.mark} ` })]),
            ...block.runs.flatMap(({ text, bold, italic }) =>
              text === '\n'
                ? [new TextRun({ break: 1 })]
                : runs(text, { font: italic ? FONT.kai : FONT.body, size: BODY, bold }),
            ),
          ],
        }),
      )
  }
  for (const { text, by } of facts.quotes) {
    parts.push(
      line(
        `“${text}”`,
        { before: 200, indent: { left: 480, right: 480 }, keepNext: true },
        { font: FONT.kai, size: 28 },
      ),
      line(
        `——${by}`,
        { after: 200, alignment: AlignmentType.RIGHT, indent: { right: 480 } },
        { font: FONT.body, size: SMALL, color: MUTED },
      ),
    )
  }
  for (const { sha256 } of story.pictures) parts.push(...(await show(sha256)))
  return [...parts, ...policies(story.policies)]
}

function policies(shown: readonly EditionPolicy[]): Paragraph[] {
  if (shown.length === 0) return []
  const edge = { style: BorderStyle.SINGLE, size: 18, color: 'E2DBCD', space: 8 }
  return [
    line(
      '这里用到的政策',
      { before: 280, after: 100, keepNext: true },
      { font: FONT.heading, size: 28, color: CINNABAR },
    ),
    ...shown.flatMap((policy) => {
      const since = policy.effectiveFrom === undefined ? '' : `，${chineseDate(policy.effectiveFrom)}起施行`
      const validity = policy.validity === undefined ? '' : `（${VALIDITY_NAMES[policy.validity]}${since}）`
      return [
        line(
          `${policyName(policy)}${validity}`,
          { before: 100, after: 40, keepNext: true, pitch: 300 },
          { font: FONT.heading, size: 22 },
        ),
        ...provisionLines(policy.html).map((text) =>
          line(
            text,
            {
              alignment: AlignmentType.BOTH,
              after: 40,
              pitch: 320,
              indent: { left: 300, firstLine: 440 },
              border: { left: edge },
            },
            { font: FONT.kai, size: 22 },
          ),
        ),
        ...(policy.note === undefined
          ? []
          : [
              line(
                policy.note,
                { after: 80, pitch: 300, indent: { left: 300 } },
                { font: FONT.body, size: SMALL, color: MUTED },
              ),
            ]),
      ]
    }),
  ]
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
