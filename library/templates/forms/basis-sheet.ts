import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { safeText } from '../document/print-value.ts'
import type { BasisFacts } from './basis-facts.ts'

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }
const HEI = { ...SONG, eastAsia: '黑体' }
/** Half points: 小四, 五号, 小五. */
const BODY = 24
const SMALL = 21
const FINE = 18
const mm = convertMillimetersToTwip
/** Between the margins of A4. */
const WIDTH = mm(210 - 28 - 26)

/**
 * The basis sheet (依据页) of a finished form as a .docx on A4. All layout is said where it stands, none by styles, so
 * that the sheet looks the same behind another document.
 */
export async function basisSheet(facts: BasisFacts): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({
      title: `依据页 ${facts.code}`,
      creator: '薪火',
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(30), bottom: mm(25), left: mm(28), right: mm(26), header: mm(15), footer: mm(15) },
            },
          },
          children: [
            line('依据页', { alignment: AlignmentType.CENTER, after: 60 }, { font: HEI, size: 44 }),
            line(`随《${facts.title}》存档`, { alignment: AlignmentType.CENTER, after: 240 }, { size: SMALL }),
            line(facts.code, { alignment: AlignmentType.CENTER, after: 40 }, { font: MONO, size: 56, bold: true }),
            line(
              '在薪火“我的文书”里输入这个编码，就能找到这份记录；大小写、空格和横线都不影响。',
              { alignment: AlignmentType.CENTER, after: 280 },
              { size: FINE },
            ),
            heading('一、文书'),
            table(
              [22, 78],
              [
                ['文书', facts.title],
                ['模板', `《${facts.templateTitle}》（版本 ${facts.templateRevision}）`],
                ['完成日期', facts.finishedOn],
                ['资料版本', facts.libraryVersion],
                ['文件校验', facts.docxSha256],
              ],
            ),
            heading('二、依据的条文'),
            ...basis(facts),
            ...facts.changes.map((change) => line(change, { before: 80 }, { size: SMALL, bold: true })),
            ...(facts.stood.length === 0
              ? []
              : [
                  heading('三、完成时保留的提示'),
                  ...facts.stood.map((said) => line(`· ${said}`, { after: 40 }, { size: SMALL })),
                ]),
            line(`核对于 ${facts.finishedOn}`, { alignment: AlignmentType.RIGHT, before: 320 }),
          ],
        },
      ],
    }),
  )
}

const MONO = { ...HEI, ascii: 'Consolas', hAnsi: 'Consolas' }

function basis({ texts }: BasisFacts): (Paragraph | Table)[] {
  if (texts.length === 0) return [line('模板没有写明依据的条文。', {}, { size: SMALL })]
  const head = ['名称和条文', '当日时效', '文号和日期', '版本']
  const rows = texts.map(({ named, validity, dates, revision }) => [named, validity, dates, revision])
  return [table([42, 15, 26, 17], [head, ...rows], true)]
}

interface Spacing extends Pick<IParagraphOptions, 'alignment' | 'keepNext'> {
  readonly before?: number
  readonly after?: number
}

/** @param text lines end at `\n` */
function line(
  text: string,
  { before = 0, after = 0, ...place }: Spacing = {},
  run: Omit<IRunOptions, 'children'> = {},
) {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    ...place,
    spacing: { before, after, line: 320, lineRule: 'auto' },
    indent: { left: 0, right: 0, firstLine: 0, firstLineChars: 0 },
    children: safeText(text)
      .split('\n')
      .map(
        (part, index) =>
          new TextRun({
            font: SONG,
            size: BODY,
            color: '000000',
            bold: false,
            ...run,
            text: part,
            ...(index > 0 && { break: 1 }),
          }),
      ),
  })
}

const heading = (text: string) => line(text, { before: 240, after: 100, keepNext: true }, { font: HEI })

/** @param widths in hundredths of the width */
function table(widths: readonly number[], rows: readonly (readonly string[])[], headed = false): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
  const columns = widths.map((width) => Math.floor((WIDTH * width) / 100))
  const margins = { top: 50, bottom: 50, left: 90, right: 90 }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
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
          tableHeader: headed && row === 0,
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: columns[column] ?? 0, type: WidthType.DXA },
                margins,
                children: [line(text, {}, { size: SMALL, ...((headed ? row === 0 : column === 0) && { font: HEI }) })],
              }),
          ),
        }),
    ),
  })
}
