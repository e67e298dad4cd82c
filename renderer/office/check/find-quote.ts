/** Where words stand in a text: characters from `start` to `end`, exclusive. */
interface Stretch {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/**
 * The place of a quotation among the paragraphs of a rendered document, which may have others than the file. Where the
 * words stand several times, the place with the most of their surroundings wins.
 * @param context words around the quotation, with … where they were cut
 */
export function findQuote(paragraphs: readonly string[], quote: string, context: string): Stretch | undefined {
  const wanted = bare(quote).text
  if (wanted === '') return undefined
  const around = context.split('…').map((piece) => bare(piece).text)
  const whole = around.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const offset = whole.indexOf(wanted)
  const [head, tail] = [whole.slice(0, Math.max(offset, 0)), whole.slice(Math.max(offset, 0) + wanted.length)]
  let best: (Stretch & { readonly shared: number }) | undefined
  for (const [paragraph, text] of paragraphs.entries()) {
    const { text: words, places } = bare(text)
    for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
      const shared = sharedEnd(words.slice(0, at), head) + sharedStart(words.slice(at + wanted.length), tail)
      if (best && best.shared >= shared) continue
      const [start = 0, last = 0] = [places[at], places[at + wanted.length - 1]]
      best = { paragraph, start, end: last + 1, shared }
    }
  }
  return best && { paragraph: best.paragraph, start: best.start, end: best.end }
}

/** A text without white space, and where each of its characters stood. */
function bare(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = []
  let kept = ''
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (/[\s\u200b\u00ad]/.test(letter)) continue
    kept += letter
    places.push(at)
  }
  return { text: kept, places }
}

function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1
  return n
}

function sharedEnd(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1
  return n
}
