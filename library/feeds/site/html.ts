/** Text that is HTML already: made by {@link html}, or sanitised. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Part = Html | string | number | false | undefined | readonly Part[]

/** HTML from a template in which every text is escaped, and only {@link Html} stays as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  for (const [index, part] of parts.entries()) text += written(part) + (strings[index + 1] ?? '')
  return new Html(text)
}

function written(part: Part): string {
  if (part instanceof Html) return part.text
  if (part === undefined || part === false) return ''
  if (typeof part === 'object') return part.map(written).join('')
  return escapeText(String(part))
}

/** Control characters, and marks that turn the direction of what follows them: never part of a title. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text without characters that are not for reading. */
export const plainText = (text: string): string => text.toWellFormed().replace(UNSEEN, '')

/** Text as it stands in HTML, in an element or between quotes. */
export const escapeText = (text: string): string => plainText(text).replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)
