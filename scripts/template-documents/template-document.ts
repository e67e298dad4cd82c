import { AlignmentType, Document, type FileChild, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { font, type PageLayout, pageProperties, size } from './page.ts'
import { repackReproducibly } from './repack-reproducibly.ts'

/** One form or official document; `identifier` names the .docx and the .md beside it. */
export type TemplateDocument = {
  readonly identifier: string
  readonly title: string
  readonly layout: PageLayout
  /** Page numbers as official documents print them: — 1 —. */
  readonly numbered?: boolean
  readonly body: readonly FileChild[]
}

/** Builds the .docx; the same definition always gives the same bytes. */
export async function buildTemplateDocument(definition: TemplateDocument): Promise<Buffer> {
  const document = new Document({
    title: definition.title,
    creator: '薪火',
    lastModifiedBy: '薪火',
    styles: {
      default: {
        document: { run: { font: font.body, size: size.三号, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    evenAndOddHeaderAndFooters: definition.numbered ?? false,
    sections: [
      {
        properties: pageProperties(definition.layout),
        footers: definition.numbered ? { default: pageNumberFooter('right'), even: pageNumberFooter('left') } : {},
        children: [...definition.body],
      },
    ],
  })
  return repackReproducibly(await Packer.toBuffer(document))
}

/** One character of 四号 in from the outer edge, in half-width 宋体 (GB/T 9704-2012 §7.5). Twips. */
const outerSpace = 280
const numberFont = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体', hint: 'eastAsia' } as const

function pageNumberFooter(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: outerSpace },
        children: [new TextRun({ font: numberFont, size: size.四号, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
