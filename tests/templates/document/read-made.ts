import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import PizZip from 'pizzip'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The paragraphs of a part as people read them; fails where its XML is not well-formed. */
export function paragraphsOf(docx: Uint8Array, part = 'word/document.xml'): string[] {
  const xml = new PizZip(docx).file(part)?.asText() ?? ''
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
  return Array.from(document.getElementsByTagNameNS(W, 'p')).map((paragraph) => textOf(paragraph as Element))
}

function textOf(paragraph: Element): string {
  let text = ''
  for (const element of Array.from(paragraph.getElementsByTagNameNS(W, '*'))) {
    if (element.localName === 't') text += element.textContent ?? ''
    if (element.localName === 'br') text += '\n'
  }
  return text
}
