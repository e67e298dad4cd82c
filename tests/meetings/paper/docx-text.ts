import { readDocx } from '../../content/read-docx.ts'

/** The paragraphs of a .docx as text, in order; a blank to write in is `＿`. */
export async function docxText(bytes: Uint8Array): Promise<string[]> {
  const xml = (await readDocx(Buffer.from(bytes))).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>|<w:br\/>/g)]
      .map(([mark, text]) => (mark.startsWith('<w:tab') ? '\t' : mark.startsWith('<w:br') ? '\n' : (text ?? '')))
      .join('')
      .replace(/_{5,}/g, '＿')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'"),
  )
}
