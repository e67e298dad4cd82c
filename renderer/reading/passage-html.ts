import DOMPurify from 'dompurify'
import { parseLink } from './passage-link.ts'

/** What prepared text says to people; the rest of it is the document's own words. */
export interface PassageLabels {
  copyAddress(address: string): string
  /** Beside an address, on the button that copies it. */
  readonly copy: string
  readonly table: string
}

/**
 * The service's HTML made safe once more and fit for the desk: no address outside the library can be
 * followed (its text stays, with a button that copies it), pictures have no source until the desk
 * fetches them, and tables scroll in a box of their own.
 */
export function preparePassage(html: string, labels: PassageLabels): string {
  const fragment = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|xinhuo:\/\/item\/|#)/i,
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'video', 'audio', 'source', 'dialog'],
    FORBID_ATTR: ['class', 'id', 'name', 'srcset', 'src', 'background', 'tabindex', 'popover', 'target'],
  })
  for (const styled of fragment.querySelectorAll<HTMLElement>('[style]')) keepAlignment(styled)
  for (const link of fragment.querySelectorAll('a')) prepareLink(link, labels)
  for (const image of fragment.querySelectorAll('img:not([data-blob])'))
    image.replaceWith(image.getAttribute('alt') ?? '')
  for (const table of fragment.querySelectorAll('table')) boxTable(table, labels)
  const holder = document.createElement('div')
  holder.append(fragment)
  return holder.innerHTML
}

/** Of a style only a cell's alignment is the document's; the rest is the desk's. */
function keepAlignment(element: HTMLElement): void {
  const { textAlign } = element.style
  element.removeAttribute('style')
  if (element.matches('th, td') && ['left', 'center', 'right'].includes(textAlign)) element.dataset.align = textAlign
}

function prepareLink(link: HTMLAnchorElement, labels: PassageLabels): void {
  const target = parseLink(link.getAttribute('href') ?? '')
  if (target && target.kind !== 'outside') return
  const words = document.createElement('span')
  words.append(...link.childNodes)
  if (target) {
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.copyAddress = target.address
    button.dataset.quiet = ''
    button.title = labels.copyAddress(target.address)
    const copy = document.createElement('span')
    copy.dataset.copyWord = ''
    copy.textContent = labels.copy
    if (words.textContent !== target.address) button.append(shortAddress(target.address), ' ')
    button.append(copy)
    words.append(' ', button)
  }
  link.replaceWith(words)
}

function shortAddress(address: string): string {
  const plain = address.replace(/^\w+:(?:\/\/)?/, '').replace(/\/$/, '')
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain
}

function boxTable(table: HTMLTableElement, labels: PassageLabels): void {
  if (table.parentElement?.closest('table')) return
  const box = document.createElement('div')
  box.dataset.tableBox = ''
  box.tabIndex = 0
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', table.caption?.textContent || labels.table)
  table.replaceWith(box)
  box.append(table)
}
