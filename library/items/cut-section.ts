/** A section longer than this is cut between paragraphs, so that a hit shows the right place. Characters. */
const SECTION_LIMIT = 1200
/** A single paragraph longer than this (a text without line ends) is cut after a sentence. Characters. */
const PARAGRAPH_LIMIT = 8000

export type FencePart = 'outside' | 'opening' | 'inside'

/** Tells for each line of a text in turn whether it belongs to fenced code (CommonMark 0.31 §4.5). */
export function fenceScanner(): (line: string) => FencePart {
  let open = ''
  return (line) => {
    const [, marker = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (open !== '') {
      if (marker.startsWith(open) && info.trim() === '') open = ''
      return 'inside'
    }
    if (marker === '' || (marker.startsWith('`') && info.includes('`'))) return 'outside'
    open = marker
    return 'opening'
  }
}

/**
 * Cuts a long section into pieces that can each be read alone. Code, tables, lists and quotations are never
 * cut inside, for half of one would be shown as something else.
 */
export function cutAtBlocks(markdown: string): string[] {
  if (markdown.length <= SECTION_LIMIT) return [markdown]
  const pieces: string[] = []
  let piece = ''
  for (const block of splitAtBlankLines(markdown).flatMap(cutAfterSentences)) {
    if (piece !== '' && piece.length + block.length > SECTION_LIMIT) {
      pieces.push(piece)
      piece = ''
    }
    piece += (piece === '' ? '' : '\n\n') + block
  }
  pieces.push(piece)
  return pieces
}

/** What stands between blank lines; an indented line goes on with the list item or code above it. */
function splitAtBlankLines(markdown: string): string[] {
  const blocks: string[] = []
  const partOf = fenceScanner()
  let lines: string[] = []
  for (const line of markdown.split('\n')) {
    const inside = partOf(line) === 'inside'
    if (lines.at(-1) === '' && line !== '' && !inside && !/^[ \t]/.test(line)) {
      blocks.push(lines.join('\n').replace(/\n+$/, ''))
      lines = []
    }
    lines.push(line)
  }
  blocks.push(lines.join('\n'))
  return blocks
}

/** Words and nothing else: what is long without being a list, table, quotation or code. */
const PLAIN = /^(?![ \t]|[-*+>|`~#]|\d+[.)])(?!.*\n[ \t]*[-*+>|`~#\d=])/s

function cutAfterSentences(paragraph: string): string[] {
  if (paragraph.length <= PARAGRAPH_LIMIT || !PLAIN.test(paragraph)) return [paragraph]
  const pieces: string[] = []
  let rest = paragraph
  while (rest.length > PARAGRAPH_LIMIT) {
    const stop = Math.max(rest.lastIndexOf('。', PARAGRAPH_LIMIT), rest.lastIndexOf('\n', PARAGRAPH_LIMIT))
    let end = stop > PARAGRAPH_LIMIT / 2 ? stop + 1 : PARAGRAPH_LIMIT
    if (/[\uD800-\uDBFF]/.test(rest.charAt(end - 1))) end -= 1
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  pieces.push(rest)
  return pieces
}
