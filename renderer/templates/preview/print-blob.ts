import { paperSheet } from './paper-sheet.ts'
import { renderDocument } from './render-document.ts'

/** Prints a .docx as it looks here, one sheet for each of its pages; the window itself does not come out. */
export async function printBlob(docx: Blob, title: string): Promise<void> {
  const { pages, sheets } = await renderDocument(docx)
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const inside = document.createElement('div')
  inside.className = 'pages'
  inside.append(pages)
  root.append(inside)
  root.adoptedStyleSheets = [...sheets, paperSheet()]
  const alone = new CSSStyleSheet()
  alone.replaceSync(`
    @page { size: ${paperOf(inside)}; margin: 0; }
    @media screen { body > [data-print-document] { display: none; } }
    @media print { body:has(> [data-print-document]) > :not([data-print-document]) { display: none; } }
  `)
  host.dataset.printDocument = ''
  const before = document.title
  document.body.append(host)
  document.adoptedStyleSheets.push(alone)
  document.title = title
  try {
    if (window.xinhuo) await window.xinhuo.print()
    else window.print()
  } finally {
    host.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone)
    document.title = before
  }
}

/** The paper that the document is written for: a form may lie across. */
function paperOf(pages: Element): string {
  const { width, minHeight } = pages.querySelector<HTMLElement>('section.docx')?.style ?? { width: '', minHeight: '' }
  const known = [width, minHeight].every((length) => /^[\d.]+(pt|px|mm|in)$/.test(length))
  return known ? `${width} ${minHeight}` : 'A4'
}
