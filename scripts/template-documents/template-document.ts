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
    sections: [
      {
        properties: pageProperties(definition.layout),
        footers: definition.numbered ? { default: pageNumberFooter() } : {},
        children: [...definition.body],
      },
    ],
  })
  return repackReproducibly(await Packer.toBuffer(document))
}

function pageNumberFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font: font.table, size: size.四号, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
