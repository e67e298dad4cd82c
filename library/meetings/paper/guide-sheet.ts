import { AlignmentType, BorderStyle, type FileChild, type Paragraph, type Table } from 'docx'
import { font, size } from '../../documents/page.ts'
import { CINNABAR, line } from '../../feeds/print/docx-parts.ts'
import { readLines } from '../deck/read-lines.ts'
import type { GuideStep, PictureMark, StepGuideRecord } from '../guides/step-guide.schema.ts'
import { clauseNames } from './clauses.ts'
import type { PaperContext } from './paper-context.ts'
import { PAPER_WIDTH } from './paper-pages.ts'
import { heading, KEPT, type PaperLine, paragraphs, type TextType } from './paper-type.ts'
import { pictureOnPaper } from './picture-on-paper.ts'
import { wholeBlock } from './whole-block.ts'
import { wholeRows } from './whole-rows.ts'

/** For older eyes: 三号. */
const LARGE: TextType = { size: size.三号, pitch: 480, font: font.table, after: 40 }

/** Around a step. */
const EDGE = { edge: { style: BorderStyle.SINGLE, size: 8, color: 'B5AEA0' }, inset: [80, 160] } as const

/** Em of a line under a picture. */
const LEGEND = 29

/** A step-by-step guide in large type: one action a block, which no page parts. */
export async function guideSheet(guide: StepGuideRecord, partId: string, context: PaperContext): Promise<FileChild[]> {
  const steps: FileChild[] = []
  for (const [at, step] of guide.steps.entries()) steps.push(await block(step, at, context), gap())
  return [
    ...(guide.needs.length === 0
      ? []
      : [
          heading('先准备好', 2),
          ...paragraphs(
            guide.needs.map((text) => ({ runs: [{ text }], level: 0, marker: { number: '□' } })),
            LARGE,
          ),
        ]),
    ...steps,
    ...(guide.done ? [heading('办完是什么样子', 2), ...paragraphs(readLines(guide.done), LARGE)] : []),
    ...clauseNames(guide.cites, partId, context),
  ]
}

async function block(step: GuideStep, at: number, context: PaperContext): Promise<Table> {
  const action = line(
    `${at + 1}　${step.action || '（没有写做什么）'}`,
    { before: 60, after: 80, pitch: 340, ...KEPT },
    { font: font.heading, size: size.小二 },
  )
  const shown = step.picture
    ? await pictureOnPaper(step.picture, context, { widest: PAPER_WIDTH - 14, tallest: 52, marks: step.marks })
    : []
  const caution: PaperLine[] = step.caution
    ? [
        {
          runs: [
            { text: '当心：', strong: true },
            { text: step.caution, strong: true },
          ],
          level: 0,
          flush: true,
        },
      ]
    : []
  const legend = wholeRows(marksSay(step.marks), LEGEND).join('\n')
  return wholeBlock(
    [
      action,
      ...shown,
      ...(legend === ''
        ? []
        : [
            line(
              legend,
              { after: 60, pitch: 340, alignment: AlignmentType.CENTER },
              { font: font.table, size: size.四号, color: CINNABAR },
            ),
          ]),
      ...paragraphs(
        readLines(step.detail ?? '').map((one) => ({ ...one, flush: true })),
        LARGE,
      ),
      ...paragraphs(caution, LARGE),
    ],
    EDGE,
  )
}

/** ① 先按住 Ctrl　② 再按 K　箭头：搜索框出现 */
function marksSay(marks: readonly PictureMark[]): string[] {
  let number = 0
  return marks.flatMap(({ type, says }) => {
    if (type === 'number') number += 1
    const name = type === 'number' ? circled(number) : `${{ box: '框', circle: '圈', arrow: '箭头' }[type]}：`
    return says ? [`${name}${type === 'number' ? ' ' : ''}${says}`] : []
  })
}

/** ① to ⑳, and (21) beyond. */
const circled = (number: number) => (number <= 20 ? String.fromCodePoint(0x245f + number) : `(${number})`)

/** Between two blocks, which would else be one table. */
const gap = (): Paragraph => line('', { pitch: 160 }, { size: 8 })
