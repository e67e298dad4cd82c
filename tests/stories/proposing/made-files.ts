import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** A Word document: a heading begins with `#`, a picture is bytes, rows of a table are arrays. */
export async function docxOf(
  ...parts: readonly (string | { readonly png: Buffer; readonly alt?: string } | readonly (readonly string[])[])[]
): Promise<Buffer> {
  const children = parts.map((part) => {
    if (typeof part === 'string') {
      return part.startsWith('#')
        ? new Paragraph({ text: part.replace(/^#+\s*/, ''), heading: HeadingLevel.HEADING_1 })
        : new Paragraph({ children: [new TextRun(part)] })
    }
    if ('png' in part) {
      const altText = part.alt === undefined ? undefined : { name: 'p', title: part.alt, description: part.alt }
      return new Paragraph({
        children: [
          new ImageRun({
            type: 'png',
            data: part.png,
            transformation: { width: 80, height: 60 },
            ...(altText && { altText }),
          }),
        ],
      })
    }
    return new Table({
      rows: part.map(
        (row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
      ),
    })
  })
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}
