import { cutAtBlocks, fenceScanner } from './cut-section.ts'
import { plainLine } from './plain-text.ts'

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
const PROVISION = new RegExp(
  `^(\\*\\*)?(第${NUMERAL}条(?:之${NUMERAL})?)(?:(\\*\\*)(?:[\\s\u3000]+|$)|[\\s\u3000]+(\\*\\*(?=[\\s\u3000]|$))?|$)`,
)
const HEADING = /^(#{1,6})\s+(.+?)(?:\s+#+)?\s*$/

interface OpenPassage {
  type: Passage['type']
  heading: string
  path: string[]
  lines: string[]
}

const printed = (heading: string) => plainLine(heading).replace(/\s+/g, ' ').trim()

/**
 * Splits a revision's Markdown into passages: headings, provisions (第…条 at the start of a line),
 * and sections between headings where there are no provisions.
 */
export function splitPassages(body: string): Passage[] {
  const passages: Passage[] = []
  const anchorFor = anchorGiver()
  const above: { level: number; text: string }[] = []
  const partOf = fenceScanner()
  let open: OpenPassage | undefined

  const close = () => {
    if (!open) return
    const { type, heading, path, lines } = open
    open = undefined
    const markdown = lines.join('\n').replace(/^\n+|\s+$/g, '')
    if (markdown.trim() === '' && type !== 'provision') return
    const pieces = type === 'provision' ? [markdown.trim()] : cutAtBlocks(markdown)
    for (const piece of pieces)
      passages.push({ anchor: anchorFor(heading), type, heading, level: 0, path, markdown: piece })
  }
  const path = () => above.map((h) => h.text)

  for (const line of body.split('\n')) {
    const fenced = partOf(line) !== 'outside'
    const heading = fenced ? null : HEADING.exec(line)
    const provision = fenced ? undefined : readProvision(line)
    if (heading?.[1] && heading[2]) {
      close()
      const level = heading[1].length
      const text = printed(heading[2])
      while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop()
      passages.push({ anchor: anchorFor(text), type: 'heading', heading: text, level, path: path(), markdown: '' })
      above.push({ level, text })
    } else if (provision) {
      close()
      open = { type: 'provision', heading: provision.heading, path: path(), lines: [provision.rest] }
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

/** A provision's number and what follows it; bold that goes on past the number stays bold. */
function readProvision(line: string): { heading: string; rest: string } | undefined {
  const match = PROVISION.exec(line)
  if (!match?.[2]) return undefined
  const rest = line.slice(match[0].length)
  const goesOn = match[1] !== undefined && match[3] === undefined && match[4] === undefined
  return { heading: match[2], rest: goesOn && rest !== '' ? `**${rest}` : rest }
}

/** Gives each passage an anchor of its own: the heading, with ~2, ~3 … when it repeats. */
function anchorGiver(): (heading: string) => string {
  const given = new Set<string>()
  const counts = new Map<string, number>()
  return (heading) => {
    const base = heading.replace(/\s+/g, '') || '正文'
    let count = counts.get(base) ?? 0
    let anchor: string
    do {
      count += 1
      anchor = count === 1 ? base : `${base}~${count}`
    } while (given.has(anchor))
    counts.set(base, count)
    given.add(anchor)
    return anchor
  }
}
