import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** A .docx with a paragraph for each line and a table for each list of rows. */
export async function writeDocx(content: readonly (string | readonly (readonly string[])[])[]): Promise<Buffer> {
  const children = content.map((one) =>
    typeof one === 'string' ? new Paragraph({ children: [new TextRun(one)] }) : table(one),
  )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((words) => new TableCell({ children: [new Paragraph(words)] })) }),
    ),
  })
}
