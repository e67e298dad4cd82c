/** A document as pages, and the style sheets that belong to it and to nothing else. */
export interface RenderedDocument {
  readonly pages: DocumentFragment
  readonly sheets: readonly CSSStyleSheet[]
}

/**
 * Renders a .docx for looking at. Nothing in it runs, loads or leads anywhere: links lose their addresses, embedded
 * pages are left out. Its styles become constructed sheets, which a page's Content-Security-Policy lets through
 * because no text of the document is an element.
 * @throws when the bytes are no document
 */
export async function renderDocument(docx: Blob): Promise<RenderedDocument> {
  const { parseAsync, renderDocument: render } = await import('docx-preview')
  const options = {
    className: 'docx',
    inWrapper: false,
    ignoreLastRenderedPageBreak: true,
    renderAltChunks: false,
    renderComments: false,
    useBase64URL: true,
    experimental: false,
    debug: false,
  }
  const nodes = await render(await parseAsync(docx, options), options)
  const pages = document.createDocumentFragment()
  const sheets: CSSStyleSheet[] = []
  for (const node of nodes) {
    if (node.nodeName === 'STYLE') sheets.push(sheetOf(node.textContent ?? ''))
    else pages.append(node)
  }
  for (const element of pages.querySelectorAll('iframe, object, embed, script, style, link')) element.remove()
  for (const link of pages.querySelectorAll('a')) link.removeAttribute('href')
  for (const image of pages.querySelectorAll('img')) {
    image.alt = ''
    if (!/^(data:image\/|blob:)/.test(image.src)) image.removeAttribute('src')
  }
  return { pages, sheets }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css.replace(/@import[^;]*;/g, ''))
  return sheet
}
