import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { ZipFile } from 'yazl'

/** A PNG of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Zips files in memory. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
    zip.outputStream.on('error', reject)
  })
}

const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)], indent: { firstLine: 640 } })
const centred = (text: string) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] })
const right = (text: string) => new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(text)] })
const cell = (text: string, rowSpan = 1) => new TableCell({ children: [new Paragraph(text)], rowSpan })

/** A notice as township offices type it: no styles, a table with a merged cell, a picture, a footnote. */
export function noticeDocx(): Promise<Buffer> {
  const table = new Table({
    rows: [
      new TableRow({ children: [cell('村名'), cell('水源'), cell('管护员')] }),
      new TableRow({ children: [cell('柳溪村', 2), cell('一号井'), cell('张三')] }),
      new TableRow({ children: [cell('二号井'), cell('李四')] }),
    ],
  })
  const children = [
    centred('青禾县人民政府文件'),
    centred('青政发〔2024〕 12 号'),
    centred('青禾县人民政府关于印发'),
    centred('《农村饮水工程管护办法》的通知'),
    new Paragraph('各乡镇人民政府：'),
    new Paragraph({ children: [new TextRun('现就有关事项通知如下。'), new FootnoteReferenceRun(1)] }),
    paragraph('一、总体要求'),
    paragraph('（一）明确责任。各村要明确专人负责，每周巡查一次。'),
    table,
    new Paragraph({
      children: [new ImageRun({ type: 'png', data: onePixel, transformation: { width: 10, height: 10 } })],
    }),
    paragraph('本通知自2024年4月1日起施行。'),
    right('青禾县人民政府'),
    right('2024年3月5日'),
  ]
  return Packer.toBuffer(
    new Document({ footnotes: { 1: { children: [new Paragraph('管护范围另定。')] } }, sections: [{ children }] }),
  )
}

/** A rule whose title, chapters and provisions are styled as headings. */
export function styledDocx(): Promise<Buffer> {
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ text, heading: level })
  const children = [
    heading('用水管理办法', HeadingLevel.TITLE),
    heading('第一章 总则', HeadingLevel.HEADING_1),
    heading('第一条', HeadingLevel.HEADING_2),
    new Paragraph('为了节约用水，制定本办法。'),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** A Word document with the given body XML, for shapes that no program writes. */
export function rawDocx(body: string, more: Readonly<Record<string, string>> = {}, prologue = ''): Promise<Buffer> {
  return zipOf({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships,
    'word/document.xml': `<?xml version="1.0"?>${prologue}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

/** A PDF of one page of Latin text, written by hand; `encrypt` adds a password handler that nobody can open. */
export function smallPdf(text: string, encrypt = false): Buffer {
  const content = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(encrypt
      ? [`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`]
      : []),
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = pdf.length
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  const security = encrypt ? ` /Encrypt 6 0 R /ID [<${'33'.repeat(16)}> <${'33'.repeat(16)}>]` : ''
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${security} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}
