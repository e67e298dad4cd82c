import { AlignmentType, Bookmark, BorderStyle, HeadingLevel, Paragraph, type Table, TextRun } from 'docx'
import type { EditionPolicy, EditionStory } from '../feed-edition.ts'
import { chineseDate, chineseSpan } from '../site/chinese-dates.ts'
import { coverOf } from '../site/cover-of.ts'
import { policyName, VALIDITY_NAMES } from '../site/policy-name.ts'
import { CINNABAR, FONT, line, MUTED, mm, picture, runs, table } from './docx-parts.ts'
import type { FindPrintPicture } from './print-pictures.ts'
import { provisionLines } from './provision-lines.ts'
import { storyBlocks } from './story-blocks.ts'
import { storyCode } from './story-code.ts'

/** Half points: 小四, 五号. */
const [BODY, SMALL] = [24, 21]
/** Between the margins of A4, and of a page's height what a picture may take. Millimetres. */
const WIDTH = 210 - 28 - 26
const TALLEST = 118
/** Pixels across for 150 dots an inch. */
const SHARP = 920

/** Where a story of a booklet begins, to be led to from its contents. */
export const anchorOf = (index: number) => `story-${index + 1}`

/** A story of a booklet: its title, pictures, text and quotes, and the clauses it shows. */
export async function bookletStory(
  story: EditionStory,
  index: number,
  find: FindPrintPicture,
): Promise<(Paragraph | Table)[]> {
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
