import { AlignmentType, Document, Packer, Paragraph, type Table } from 'docx'
import { chineseDate } from '../site/chinese-dates.ts'
import { CINNABAR, documentText, FONT, line, MUTED, mm, runs, table } from './docx-parts.ts'
import type { PrintedIssue } from './printed-issue.ts'
import { storyCode } from './story-code.ts'

/** Stories that one page has room for. */
const MOST = 10
const WIDTH = 210 - 22 - 22

/**
 * A rating card on one page of A4: each story of an issue with its code and what to tick, and room for words. Nobody is
 * asked for a name.
 */
export async function ratingCard({ edition, issue, at, stories }: PrintedIssue): Promise<Uint8Array> {
  const { title, publisher, contact } = edition.definition
  const shown = stories.slice(0, MOST)
  const small = { font: FONT.body, size: 21 }
  const cell = (text: string, centred = false, run: object = {}) =>
    line(text, { pitch: 280, ...(centred && { alignment: AlignmentType.CENTER }) }, { ...small, ...run })
  const head = ['故事', '编号', '有用', '一部分有用', '没有用'].map((text, at) =>
    cell(text, at > 0, { font: FONT.heading }),
  )
  const rows = shown.map((story) => [
    cell(story.content.title),
    cell(storyCode(story.id), true, { font: FONT.code, size: 20 }),
    ...['', '', ''].map(() => cell('□', true, { size: 30 })),
  ])
  const columns = [64, 36, 19, 28, 19].map(mm)
  // Fewer stories leave more room for words; each may take two lines. Millimetres.
  const free = Math.max(15, Math.floor((172 - 14 * shown.length) / 2))
  const ask = (text: string, height: number): (Paragraph | Table)[] => [
    line(text, { before: 160, after: 60, keepNext: true, pitch: 280 }, { font: FONT.heading, size: 22 }),
    table([mm(WIDTH)], [[cell('')]], [mm(height)]),
  ]
  return Packer.toBuffer(
    new Document({
      title: documentText(`${title} 第${issue}期 反馈卡`),
      creator: documentText(publisher || title),
      description: '',
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(18), bottom: mm(14), left: mm(22), right: mm(22), header: mm(8), footer: mm(8) },
            },
          },
          children: [
            line(
              `${title}　反馈卡`,
              { alignment: AlignmentType.CENTER, after: 60, pitch: 280 },
              { font: FONT.title, size: 36, color: CINNABAR },
            ),
            line(
              `第${issue}期　${chineseDate(at)}`,
              { alignment: AlignmentType.CENTER, after: 100, pitch: 280 },
              { ...small, color: MUTED },
            ),
            line(
              '看过哪个就在后面打勾，不用写名字。您的话会送到讲故事的人手里，提的问题在下一期答复。',
              { after: 120, pitch: 300 },
              small,
            ),
            table(columns, [head, ...rows]),
            ...(stories.length > MOST
              ? [
                  line(
                    `其余 ${stories.length - MOST} 个故事请在下面写编号。`,
                    { before: 60, pitch: 280 },
                    { ...small, color: MUTED },
                  ),
                ]
              : []),
            ...ask('哪里不对，或者和您知道的不一样？（请写编号）', free),
            ...ask('还想知道什么？还有什么该讲没有讲？', free),
            new Paragraph({
              spacing: { before: 160, line: 340 },
              children: runs('您的岗位：□村干部　□驻村干部　□窗口人员　□网格员　□群众　□其他：＿＿＿＿＿＿', small),
            }),
            line(`交到：${contact || publisher || '发给您的人'}`, { before: 120, pitch: 300 }, small),
          ],
        },
      ],
    }),
  )
}
