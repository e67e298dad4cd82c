import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  type IRunOptions,
  type ISectionPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { font, size } from './page.ts'
import { repackReproducibly } from './repack-reproducibly.ts'

/** Pages of one kind. */
export interface DocumentSection {
  readonly properties: ISectionPropertiesOptions
  /** Page numbers as official documents print them: — 1 —. */
  readonly numbered?: boolean | undefined
  /** At the head of each page. */
  readonly header?: Paragraph | undefined
  readonly children: readonly FileChild[]
}

/** Of a paragraph that stays on the page of what follows. */
export const KEPT_STYLE = 'KeptHeading'

export interface DocumentParts {
  readonly title: string
  /** It has paragraphs of {@link KEPT_STYLE}. */
  readonly kept?: boolean | undefined
  /** Of text that says nothing of its own; body type of official documents without it. */
  readonly run?: Omit<IRunOptions, 'children'> | undefined
  readonly sections: readonly DocumentSection[]
}

/** Builds the .docx; the same parts always give the same bytes. */
export async function buildDocument({ title, kept, run, sections }: DocumentParts): Promise<Buffer> {
  const document = new Document({
    title,
    creator: '薪火',
    lastModifiedBy: '薪火',
    styles: {
      ...(kept && {
        paragraphStyles: [{ id: KEPT_STYLE, name: 'Kept Heading', basedOn: 'Normal', paragraph: { keepNext: true } }],
      }),
      default: {
        document: { run: run ?? { font: font.body, size: size.三号, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    evenAndOddHeaderAndFooters: sections.some(({ numbered }) => numbered),
    sections: sections.map(({ properties, numbered, header, children }, index) => ({
      properties: index === 0 ? properties : { type: SectionType.NEXT_PAGE, ...properties },
      ...(header && {
        headers: { default: new Header({ children: [header] }), even: new Header({ children: [header] }) },
      }),
      footers: numbered ? { default: pageNumberFooter('right'), even: pageNumberFooter('left') } : {},
      children: [...children],
    })),
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
