import PizZip from 'pizzip'

/** What stands in headers and footers for the page's number and the number of pages, until the page is laid out. */
const MARKS: Readonly<Record<string, string>> = { PAGE: '\ue0a0', NUMPAGES: '\ue0a1' }

const FIELD = /(<w:fldChar\b[^>]*w:fldCharType="begin"[^>]*>)(.*?)(<w:fldChar\b[^>]*w:fldCharType="end"[^>]*>)/gs
const SIMPLE_FIELD = /<w:fldSimple\b[^>]*w:instr="\s*(PAGE|NUMPAGES)\b[^"]*"[^>]*>(.*?)<\/w:fldSimple>/gs
const INSTRUCTION = /<w:instrText\b[^>]*>\s*(PAGE|NUMPAGES)\b[^<]*<\/w:instrText>/
const TEXT = /<w:t\b[^>]*>[^<]*<\/w:t>/g

/**
 * A document whose headers and footers have marks in place of the fields of page numbers, which a browser does not
 * know. What cannot be read stays as it is: laying it out will say so.
 */
export function markPageNumbers(docx: Uint8Array): Uint8Array {
  let zip: PizZip
  try {
    zip = new PizZip(docx)
  } catch {
    return docx
  }
  let marked = false
  for (const { name } of zip.file(/^word\/(header|footer)[^/]*\.xml$/)) {
    const xml = zip.file(name)?.asText() ?? ''
    const changed = xml.replace(FIELD, markField).replace(SIMPLE_FIELD, markSimpleField)
    if (changed !== xml) zip.file(name, changed)
    marked ||= changed !== xml
  }
  return marked ? zip.generate({ type: 'uint8array', compression: 'DEFLATE' }) : docx
}

/** The mark takes the instruction's place, and the number as it was saved goes. */
function markField(whole: string, begin: string, inside: string, end: string): string {
  const mark = MARKS[INSTRUCTION.exec(inside)?.[1] ?? '']
  if (mark === undefined) return whole
  return `${begin}${inside.replace(TEXT, '').replace(INSTRUCTION, `<w:t>${mark}</w:t>`)}${end}`
}

/** The first run keeps its font and size; further ones, should there be any, say nothing. */
function markSimpleField(_whole: string, name: string, inside: string): string {
  let mark = MARKS[name] ?? ''
  return inside.replace(TEXT, () => {
    const text = `<w:t>${mark}</w:t>`
    mark = ''
    return text
  })
}
