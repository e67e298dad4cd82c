// The page that a browser lays out to make a PDF of a document: the service writes it with the document inside.
import { renderAsync } from 'docx-preview'

declare global {
  interface Window {
    /** Settles when the document is laid out, with the number of its sections. */
    documentReady?: Promise<number>
  }
}

/** What the service puts in place of the fields of page numbers. */
const PAGE = '\ue0a0'
const PAGES = '\ue0a1'
const MARKS = /[\ue0a0\ue0a1]/
/** A tab, as it is laid out. */
const TAB = '\u2003'

/** What is asked of a document that was laid out. */
interface LaidOut {
  readonly settingsPart?: { readonly settings?: { readonly evenAndOddHeaders?: boolean } }
}

window.documentReady = layOut()

async function layOut(): Promise<number> {
  const held = document.querySelector<HTMLTemplateElement>('template')?.content.textContent ?? ''
  const bytes = Uint8Array.from(atob(held), (character) => character.charCodeAt(0))
  // Both are emptied first: neither may be where this page has its own.
  const styles = document.head.appendChild(document.createElement('div'))
  const paper = document.body.appendChild(document.createElement('main'))
  const laidOut: LaidOut | undefined = await renderAsync(bytes, paper, styles, {
    className: 'docx',
    inWrapper: false,
    breakPages: true,
    ignoreLastRenderedPageBreak: true,
    renderAltChunks: false,
    renderComments: false,
    renderChanges: false,
    useBase64URL: true,
  })
  await document.fonts.ready
  await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})))
  const sections = [...document.querySelectorAll<HTMLElement>('section.docx')]
  // Where one takes several pages, all count theirs: else the numbers of those behind it would be wrong.
  const flows = sections.map(takesSeveral).includes(true)
  const outer = laidOut?.settingsPart?.settings?.evenAndOddHeaders === true
  const pages = sections.map((section, index) => putOnPaper(section, index, { flows, outer }))
  numberPages(sections)
  const style = document.createElement('style')
  style.textContent = pages.join('\n')
  document.head.append(style)
  return sections.length
}

interface Laying {
  readonly flows: boolean
  /** Even and odd pages have footers of their own: their numbers stand at the outer edge. */
  readonly outer: boolean
}

/** Whether a section takes more than a page. */
function takesSeveral(section: HTMLElement): boolean {
  const { minHeight, paddingBottom } = getComputedStyle(section)
  // Lines are a little taller here than in an office program: a full page may use some of its lower margin.
  return contentHeight(section) > Number.parseFloat(minHeight) - Number.parseFloat(paddingBottom) / 2
}

/** Gives a section paper of its own size. One that flows has its upper and lower margins on each page, and what stands in them. */
function putOnPaper(section: HTMLElement, index: number, { flows, outer }: Laying): string {
  const { width, minHeight, paddingTop, paddingBottom } = getComputedStyle(section)
  const height = Number.parseFloat(minHeight)
  section.style.setProperty('page', `section${index}`)
  section.classList.add(flows ? 'flowing' : 'single')
  // A page's worth, less what rounding might push onto another.
  section.style.setProperty('--page-height', `${height - 1}px`)
  const margin = flows ? `${paddingTop} 0 ${paddingBottom}` : '0'
  const paper = `size: ${width} ${height}px; margin: ${margin};`
  const head = flows ? headerAbove(section) : ''
  const foot = flows ? footersBelow(section, `section${index}`, outer) : ''
  return `${index === 0 ? `@page { ${paper} }\n` : ''}@page section${index} { ${paper} ${head} } ${foot}`
}

/** A header of one line stands above each page of a section that flows: what is before its tab at the left, the rest at the right. */
function headerAbove(section: HTMLElement): string {
  const header = section.querySelector<HTMLElement>('header')
  const text = header?.textContent?.trim() ?? ''
  if (!header || text === '' || MARKS.test(text) || header.querySelector('img, table, p + p')) return ''
  const [left = '', ...rest] = text.split(TAB)
  const { fontSize, fontFamily, color } = getComputedStyle(header.querySelector('span') ?? header)
  const look = `font: ${fontSize} ${fontFamily}; color: ${color}; margin: 0 ${getComputedStyle(section).paddingRight}; white-space: nowrap;`
  const box = (place: string, words: string) =>
    words.trim() === '' ? '' : `@top-${place} { content: ${JSON.stringify(words.trim())}; ${look} }`
  header.remove()
  return [box('left', left), box('right', rest.join(' '))].join(' ')
}

/** A footer with page numbers stands below each page of a section that flows: as text in the page's margin. */
function footersBelow(section: HTMLElement, page: string, outer: boolean): string {
  const footers = [...section.querySelectorAll('footer')].filter(({ textContent }) => MARKS.test(textContent ?? ''))
  const rules = footers.map((footer) => {
    const line = [...footer.querySelectorAll('p')].find(({ textContent }) => MARKS.test(textContent ?? '')) ?? footer
    const { textAlign, fontSize, fontFamily } = getComputedStyle(line.querySelector('span') ?? line)
    const place = textAlign === 'right' || textAlign === 'end' ? 'right' : textAlign === 'center' ? 'center' : 'left'
    const content = [...(line.textContent ?? '').trim()].map((letter) =>
      letter === PAGE ? 'counter(page)' : letter === PAGES ? 'counter(pages)' : JSON.stringify(letter),
    )
    const box = `{ content: ${content.join(' ')}; font: ${fontSize} ${fontFamily}; margin: 0 ${getComputedStyle(section).paddingRight} }`
    if (outer && place !== 'center')
      return `@page ${page}:left { @bottom-left ${box} } @page ${page}:right { @bottom-right ${box} }`
    return `@page ${page} { @bottom-${place} ${box} }`
  })
  for (const footer of footers) footer.remove()
  return rules.join(' ')
}

/** Where every section is one page, each knows its number. Elsewhere a number would be wrong, and there is none. */
function numberPages(sections: readonly HTMLElement[]): void {
  const known = sections.every((section) => section.classList.contains('single'))
  for (const [index, section] of sections.entries()) {
    for (const part of section.querySelectorAll('header, footer')) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        text.nodeValue = (text.nodeValue ?? '')
          .replaceAll(PAGE, known ? String(index + 1) : '')
          .replaceAll(PAGES, known ? String(sections.length) : '')
      }
    }
  }
}

/** From the section's top to the end of what can be seen in it. Empty lines at its end, which would only make an empty page, go. */
function contentHeight(section: HTMLElement): number {
  for (const article of section.querySelectorAll('article')) {
    for (let last = article.lastElementChild; last && isEmptyLine(last); last = article.lastElementChild) last.remove()
  }
  const bottoms = [...section.querySelectorAll('article > *')].map((part) => part.getBoundingClientRect().bottom)
  return Math.max(0, ...bottoms) - section.getBoundingClientRect().top
}

const isEmptyLine = (element: Element): boolean =>
  element.tagName === 'P' && element.textContent?.trim() === '' && element.querySelector('img, svg, canvas') === null
