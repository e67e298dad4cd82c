/** Something in braces, or a brace without its other half, in one paragraph's text. */
export interface BraceFind {
  readonly type: 'placeholder' | 'full-width' | 'unclosed' | 'unopened'
  /** What stands between the braces, or beside the lone one. */
  readonly inside: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

const OPENING = '{｛'
const CLOSING = '}｝'
/** How much of the text beside a lone brace is quoted. */
const QUOTED = 16

/** Finds placeholders and faulty ones in a paragraph, in order. Braces typed full-width count as meant. */
export function scanBraces(text: string): BraceFind[] {
  const found: BraceFind[] = []
  let open: number | undefined
  const unclosed = (until: number) => {
    if (open === undefined) return
    const quote = text.slice(open, Math.min(until, open + QUOTED))
    found.push({ type: 'unclosed', inside: quote.slice(1), start: open, end: open + quote.length, quote })
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (OPENING.includes(character)) {
      unclosed(at)
      open = at
    } else if (CLOSING.includes(character)) {
      if (open === undefined) {
        const from = Math.max(0, at - QUOTED, ...found.map((find) => find.end))
        found.push({
          type: 'unopened',
          inside: text.slice(from, at),
          start: at,
          end: at + 1,
          quote: text.slice(from, at + 1),
        })
      } else {
        const quote = text.slice(open, at + 1)
        const type = quote.startsWith('{') && quote.endsWith('}') ? 'placeholder' : 'full-width'
        found.push({ type, inside: quote.slice(1, -1), start: open, end: at + 1, quote })
        open = undefined
      }
    }
  }
  unclosed(text.length)
  return found
}
