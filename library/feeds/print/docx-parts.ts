import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { safeText } from '../../templates/document/print-value.ts'
import { plainText } from '../site/html.ts'
import type { PrintPicture } from './print-pictures.ts'

const western = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', hint: 'eastAsia' }
/** By the names they carry on the computers of Chinese offices. */
export const FONT = {
  title: { ...western, eastAsia: '方正小标宋简体' },
  heading: { ...western, eastAsia: '黑体' },
  body: { ...western, eastAsia: '宋体' },
  kai: { ...western, eastAsia: '楷体' },
  code: { ...western, ascii: 'Consolas', hAnsi: 'Consolas', eastAsia: '黑体' },
}
export const CINNABAR = 'A5321E'
export const MUTED = '5F594F'
export const mm = convertMillimetersToTwip
/** Pixels of 1/96 inch, in which docx counts pictures. */
const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 96)

/** Text as a document can hold it. */
export const documentText = (text: string): string => safeText(plainText(text))

export interface Line extends Omit<IParagraphOptions, 'children' | 'text' | 'spacing'> {
  readonly before?: number
  readonly after?: number
  /** In 240ths of a line. */
  readonly pitch?: number
}

/** @param text lines end at `\n` */
export function line(
  text: string,
  { before = 0, after = 0, pitch = 360, ...place }: Line,
  run: Omit<IRunOptions, 'children'>,
): Paragraph {
  return new Paragraph({
    ...place,
    spacing: { before, after, line: pitch, lineRule: 'auto' },
    children: runs(text, run),
  })
}

export const runs = (text: string, run: Omit<IRunOptions, 'children'>): TextRun[] =>
  documentText(text)
    .split('\n')
    .map((part, index) => new TextRun({ ...run, text: part, ...(index > 0 && { break: 1 }) }))

/** A picture as large as fits, never stretched. Millimetres. */
export function picture(one: PrintPicture, widest: number, tallest: number, place: Line = {}): Paragraph {
  const scale = Math.min(pixels(widest) / one.width, pixels(tallest) / one.height)
  const { before = 120, after = 80, ...rest } = place
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: one.caption !== '',
    ...rest,
    spacing: { before, after },
    children: [
      new ImageRun({
        type: 'jpg',
        data: one.bytes,
        transformation: { width: Math.round(one.width * scale), height: Math.round(one.height * scale) },
        altText: { name: '图片', title: '', description: documentText(one.alternative) },
      }),
    ],
  })
}

const border = { style: BorderStyle.SINGLE, size: 4, color: '8A8275' }

/** @param widths in twips */
export function table(
  widths: readonly number[],
  rows: readonly (readonly Paragraph[])[],
  heights: readonly number[] = [],
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          ...(heights[row] !== undefined && { height: { value: heights[row], rule: 'atLeast' as const } }),
          children: cells.map(
            (cell, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 110, right: 110 },
                children: [cell],
              }),
          ),
        }),
    ),
  })
}
