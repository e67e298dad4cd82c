/** A unit of a revision's text, in document order, as found, linked and cited. */
export interface Passage {
  /** Unique within the revision: the heading, with ~2, ~3 … when it repeats. */
  readonly anchor: string
  readonly type: 'heading' | 'preamble' | 'provision' | 'section'
  /** As printed; empty for a preamble. */
  readonly heading: string
  readonly level: number
  /** Headings above, outermost first. */
  readonly path: readonly string[]
  /** The passage's own Markdown, without its heading. */
  readonly markdown: string
}

const NUMERAL = '[一二三四五六七八九十百千零〇两0-9０-９]+'
const PROVISION = new RegExp(`^(?:\\*\\*)?(第${NUMERAL}条(?:之${NUMERAL})?)(?:\\*\\*)?(?:[\\s\u3000]+|$)`)
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/
const FENCE = /^\s*(```|~~~)/
/** A section longer than this is cut between paragraphs, so that a hit shows the right place. Characters. */
const SECTION_LIMIT = 1200
/** A single paragraph longer than this (a text without line ends) is cut after a sentence. Characters. */
const PARAGRAPH_LIMIT = 8000

interface OpenPassage {
  type: Passage['type']
  heading: string
  path: string[]
  lines: string[]
}

const printed = (heading: string) =>
  heading
    .replace(/(?<!\\)[*_`]/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Splits a revision's Markdown into passages: headings, provisions (第…条 at the start of a line),
 * and sections between headings where there are no provisions.
 */
export function splitPassages(body: string): Passage[] {
  const passages: Passage[] = []
  const seen = new Map<string, number>()
  const above: { level: number; text: string }[] = []
  let open: OpenPassage | undefined
  let fenced = false

  const anchorFor = (heading: string) => {
    const base = heading === '' ? '正文' : heading.replace(/\s+/g, '')
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return count === 1 ? base : `${base}~${count}`
  }
  const close = () => {
    if (!open) return
    const { type, heading, path, lines } = open
    open = undefined
    const markdown = lines.join('\n').trim()
    if (markdown === '' && type !== 'provision') return
    const pieces = type === 'provision' ? [markdown] : cutBetweenParagraphs(markdown)
    for (const piece of pieces)
      passages.push({ anchor: anchorFor(heading), type, heading, level: 0, path, markdown: piece })
  }
  const path = () => above.map((h) => h.text)

  for (const line of body.split('\n')) {
    if (FENCE.test(line)) fenced = !fenced
    const heading = fenced ? null : HEADING.exec(line)
    const provision = fenced ? null : PROVISION.exec(line)
    if (heading?.[1] && heading[2]) {
      close()
      const level = heading[1].length
      const text = printed(heading[2])
      while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop()
      passages.push({ anchor: anchorFor(text), type: 'heading', heading: text, level, path: path(), markdown: '' })
      above.push({ level, text })
    } else if (provision?.[1]) {
      close()
      open = { type: 'provision', heading: provision[1], path: path(), lines: [line.slice(provision[0].length)] }
    } else {
      open ??= {
        type: above.length === 0 ? 'preamble' : 'section',
        heading: above.at(-1)?.text ?? '',
        path: path(),
        lines: [],
      }
      open.lines.push(line)
    }
  }
  close()
  return passages
}

function cutBetweenParagraphs(markdown: string): string[] {
  if (markdown.length <= SECTION_LIMIT) return [markdown]
  const pieces: string[] = []
  let piece = ''
  for (const paragraph of markdown.split(/\n{2,}/).flatMap(cutAfterSentences)) {
    if (piece !== '' && piece.length + paragraph.length > SECTION_LIMIT) {
      pieces.push(piece)
      piece = ''
    }
    piece += (piece === '' ? '' : '\n\n') + paragraph
  }
  pieces.push(piece)
  return pieces
}

function cutAfterSentences(paragraph: string): string[] {
  const pieces: string[] = []
  let rest = paragraph
  while (rest.length > PARAGRAPH_LIMIT) {
    const stop = rest.lastIndexOf('。', PARAGRAPH_LIMIT)
    let end = stop > PARAGRAPH_LIMIT / 2 ? stop + 1 : PARAGRAPH_LIMIT
    if (/[\uD800-\uDBFF]/.test(rest.charAt(end - 1))) end -= 1
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  pieces.push(rest)
  return pieces
}
