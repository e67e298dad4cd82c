import { AlignmentType, BorderStyle, HeadingLevel, type IRunOptions, LineRuleType, Paragraph, Tab, TextRun } from 'docx'
import { KEPT_STYLE } from '../../documents/build-document.ts'
import { font, size } from '../../documents/page.ts'
import { CINNABAR, line, MUTED, mm, runs } from '../../feeds/print/docx-parts.ts'
import type { Line, Run } from '../deck/deck.ts'
import { shortened } from '../deck/shortened.ts'

/** On the page of what follows; the style tells it to a browser, which does not know the other. */
export const KEPT = { keepNext: true, style: KEPT_STYLE } as const

/** How running text is set. Sizes in half points, pitch in twips. */
export interface TextType {
  readonly size: number
  readonly pitch: number
  readonly font: NonNullable<IRunOptions['font']>
  /** Before and after each paragraph, in twips. */
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly colour?: string | undefined
  /** In cells, where justified lines would gape. */
  readonly ragged?: boolean | undefined
  /** In twips, for text within something else. */
  readonly left?: number | undefined
}

/**
 * 三号 for what is said, 四号 for what is looked at while standing, 小四 for what is read at a desk, 五号 for what is looked
 * up.
 */
export const ALOUD: TextType = { size: size.三号, pitch: 540, font: font.table, after: 60 }
export const STANDING: TextType = { size: size.四号, pitch: 460, font: font.table, after: 40 }
export const READ: TextType = { size: size.小四, pitch: 400, font: font.table, after: 40 }
export const SMALL: TextType = { size: size.五号, pitch: 330, font: font.table, after: 20 }
export const CELL: TextType = { ...SMALL, after: 0, ragged: true }
export const CLAUSE_FONT = font.subheading
export const CLAUSE: TextType = { ...READ, font: CLAUSE_FONT, left: 240 }

export interface PaperRun extends Run {
  /** A place to write in, as wide as the words it stands for, with the number under which they are told. */
  readonly blank?: number | undefined
}

export interface PaperLine extends Omit<Line, 'runs'> {
  readonly runs: readonly PaperRun[]
  /** Begins at the edge, without the two characters of a paragraph. */
  readonly flush?: boolean | undefined
  /** On the page of what follows. */
  readonly keep?: boolean | undefined
}

/** Lines as paragraphs: text indented by two characters, entries hanging behind their marks. */
export function paragraphs(lines: readonly PaperLine[], type: TextType): Paragraph[] {
  return lines.map((one) => paragraph(one, type))
}

function paragraph({ runs: parts, level, marker, continues, flush, keep }: PaperLine, type: TextType): Paragraph {
  const em = type.size * 10
  const mark = marker === undefined ? '' : marker === 'bullet' ? '•' : marker.number
  const hanging = marker === undefined ? 0 : Math.max(1.5, mark.length * 0.75 + 0.5) * em
  const left = (type.left ?? 0) + level * em * 2
  const deep = marker === undefined && continues ? 1.5 * em : 0
  return new Paragraph({
    alignment: type.ragged ? AlignmentType.LEFT : AlignmentType.BOTH,
    ...(keep && KEPT),
    spacing: { before: type.before ?? 0, after: type.after ?? 0, line: type.pitch, lineRule: LineRuleType.EXACT },
    indent:
      marker === undefined
        ? { left: left + deep, ...(continues || flush ? {} : { firstLine: em * 2 }) }
        : { left: left + hanging, hanging },
    ...(marker !== undefined && { tabStops: [{ type: 'left' as const, position: left + hanging }] }),
    children: [
      ...(marker === undefined ? [] : [new TextRun({ ...runType(type), children: [mark, new Tab()] })]),
      ...parts.flatMap((run) => wordsOf(run, type)),
    ],
  })
}

const runType = ({ size: of, font: face, colour }: TextType) => ({
  size: of,
  font: face,
  ...(colour !== undefined && { color: colour }),
})

function wordsOf({ text, strong, emphasis, blank }: PaperRun, type: TextType): TextRun[] {
  const set = { ...runType(type), ...(strong && { bold: true }), ...(emphasis && { font: font.subheading }) }
  if (blank === undefined) return runs(text, set)
  // Low lines, which no line of text breaks between, unlike spaces that are underlined.
  const width = Math.min(24, Math.max(6, [...text].length * 2 + 4))
  return [
    new TextRun({ ...set, text: '_'.repeat(width) }),
    new TextRun({ ...set, text: String(blank), superScript: true }),
  ]
}

/** A heading of the first or second rank, kept with what follows. */
export function heading(text: string, rank: 1 | 2, more: { readonly pageBreakBefore?: boolean } = {}): Paragraph {
  const [of, level] = rank === 1 ? [size.三号, HeadingLevel.HEADING_1] : [28, HeadingLevel.HEADING_2]
  return new Paragraph({
    ...more,
    heading: level,
    keepNext: true,
    keepLines: true,
    spacing: { before: rank === 1 ? 240 : 180, after: 80, line: 440, lineRule: LineRuleType.EXACT },
    children: runs(text, { font: font.heading, size: of, color: rank === 1 ? CINNABAR : '24211C' }),
  })
}

/** The name of a paper: what it is above what it is of. */
export function paperTitle(what: string, of: string): Paragraph[] {
  return [
    line(
      what,
      { alignment: AlignmentType.CENTER, after: 60, pitch: 280, ...KEPT },
      { font: font.heading, size: 28, color: MUTED },
    ),
    line(
      of,
      { alignment: AlignmentType.CENTER, after: 200, pitch: 300, ...KEPT },
      { font: font.title, size: size.小二 },
    ),
  ]
}

/** 时间：…… with its name in 黑体. */
export function fact(name: string, text: string, type: TextType = READ): Paragraph {
  return new Paragraph({
    spacing: { after: 20, line: type.pitch, lineRule: LineRuleType.EXACT },
    indent: { left: type.size * 10 * (name.length + 1), hanging: type.size * 10 * (name.length + 1) },
    children: [
      ...runs(`${name}：`, { font: font.heading, size: type.size }),
      ...runs(text, { font: type.font, size: type.size }),
    ],
  })
}

/** A quiet line: what a page says of itself. */
export const aside = (text: string, more: Parameters<typeof line>[1] = {}): Paragraph =>
  line(text, { after: 60, pitch: 280, ...more }, { font: font.table, size: size.五号, color: MUTED })

/** A line to write on. */
export const RULE = { style: BorderStyle.SINGLE, size: 4, color: '8A8275', space: 1 }

/** Lines to write on, as wide as the text. */
export function writingLines(count: number, pitch = 520): Paragraph[] {
  return Array.from(
    { length: count },
    (_, at) =>
      new Paragraph({
        ...(at < count - 1 && KEPT),
        spacing: { line: pitch, lineRule: LineRuleType.EXACT },
        border: { bottom: RULE, between: RULE },
        children: [],
      }),
  )
}

const HEADER = { font: font.table, size: size.五号, color: MUTED }

/** At the head of a page: what it belongs to at the left, and which part at the right. */
export function pageHeader(left: string, right: string, width: number): Paragraph {
  return new Paragraph({
    tabStops: [{ type: 'right', position: mm(width) }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'B5AEA0', space: 4 } },
    children: [
      ...runs(shortened(left, 20), HEADER),
      new TextRun({ ...HEADER, children: [new Tab()] }),
      ...runs(shortened(right, 34), HEADER),
    ],
  })
}
