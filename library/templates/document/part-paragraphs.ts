/** A stretch of a paragraph's text: the content of one `w:t`. */
interface TextPiece {
  /** Where its characters are in the part's XML; `end` is exclusive. */
  readonly from: number
  readonly end: number
  /** Where its first character is in the paragraph's text. */
  readonly at: number
  readonly text: string
}

/** A paragraph of a part (ECMA-376 §17.3.1.22), with the places of its text in the XML. */
export interface PartParagraph {
  /** From 1, in the order of their beginnings. */
  readonly number: number
  readonly text: string
  readonly pieces: readonly TextPiece[]
  /** A copy for programs that do not know the newer drawing (mc:Fallback): people do not see it beside the other. */
  readonly fallback: boolean
  /** Its place among the cells of a table: `t:r:c`, numbered within the part. */
  readonly cell: string | undefined
  /** Heading style, or Title. */
  readonly style: string | undefined
}

const TOKEN =
  /<(\/?)(w:p|w:t|w:tab|w:br|w:cr|w:tbl|w:tr|w:tc|w:pStyle|mc:Fallback)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** XML text as its characters (XML 1.0 §4.6 and character references). */
export function decodeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? whole
    const code = hex !== undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Characters as XML text. */
export function encodeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

interface OpenParagraph {
  readonly paragraph: { -readonly [K in keyof PartParagraph]: PartParagraph[K] } & { pieces: TextPiece[] }
}

/** The paragraphs of a part, text boxes within them as paragraphs of their own. */
export function readParagraphs(xml: string): PartParagraph[] {
  const found: OpenParagraph['paragraph'][] = []
  const open: OpenParagraph[] = []
  const cells: { table: number; row: number; cell: number }[] = []
  let tables = 0
  let fallback = 0
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(xml); token; token = TOKEN.exec(xml)) {
    const [whole, slash, name, attributes, selfClosing] = token
    const opens = slash === ''
    const here = open.at(-1)?.paragraph
    const table = cells.at(-1)
    switch (name) {
      case 'mc:Fallback':
        if (selfClosing === '') fallback += opens ? 1 : -1
        break
      case 'w:tbl':
        if (opens && selfClosing === '') cells.push({ table: ++tables, row: 0, cell: 0 })
        else if (!opens) cells.pop()
        break
      case 'w:tr':
        if (opens && table) Object.assign(table, { row: table.row + 1, cell: 0 })
        break
      case 'w:tc':
        if (opens && table) table.cell += 1
        break
      case 'w:p': {
        if (!opens) open.pop()
        else {
          const paragraph = {
            number: found.length + 1,
            text: '',
            pieces: [],
            fallback: fallback > 0,
            cell: table && `${table.table}:${table.row}:${table.cell}`,
            style: undefined,
          }
          found.push(paragraph)
          if (selfClosing === '') open.push({ paragraph })
        }
        break
      }
      case 'w:pStyle':
        if (here && opens) here.style = /w:val="([^"]*)"/.exec(attributes ?? '')?.[1]
        break
      case 'w:t': {
        if (!opens || selfClosing !== '' || !here) break
        const from = token.index + whole.length
        const end = xml.indexOf('</w:t>', from)
        if (end < 0) return found
        const text = decodeXml(xml.slice(from, end))
        here.pieces.push({ from, end, at: here.text.length, text })
        here.text += text
        TOKEN.lastIndex = end
        break
      }
      default:
        if (opens && here) here.text += name === 'w:tab' ? '\t' : '\n'
    }
  }
  return found
}

/** A change of a paragraph's text: the characters from `start` to `end` give way to `text`. */
export interface TextChange {
  readonly paragraph: PartParagraph
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Changes texts of a part and nothing else of it. What comes in takes the looks of the first character it replaces,
 * or of the one before it.
 */
export function changeTexts(xml: string, changes: readonly TextChange[]): string {
  const edits = new Map<TextPiece, { start: number; end: number; text: string }[]>()
  for (const { paragraph, start, end, text } of changes) {
    let written = false
    for (const [index, piece] of paragraph.pieces.entries()) {
      const last = index === paragraph.pieces.length - 1
      const from = Math.max(start, piece.at) - piece.at
      const until = Math.min(end, piece.at + piece.text.length) - piece.at
      const holds = start < end ? from < until : from <= piece.text.length && start >= piece.at && !written
      if (!holds && !(last && !written && start >= piece.at)) continue
      const of = edits.get(piece) ?? []
      of.push({ start: Math.min(from, piece.text.length), end: Math.max(from, until), text: written ? '' : text })
      edits.set(piece, of)
      written = true
    }
  }
  let result = ''
  let cursor = 0
  for (const [piece, list] of [...edits].sort(([a], [b]) => a.from - b.from)) {
    let text = piece.text
    for (const edit of list.sort((a, b) => b.start - a.start)) {
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    }
    result += preserveSpaces(xml.slice(cursor, piece.from)) + encodeXml(text)
    cursor = piece.end
  }
  return result + xml.slice(cursor)
}

/** A text element that was changed may begin or end in a space now. */
function preserveSpaces(before: string): string {
  return before.endsWith('<w:t>') ? `${before.slice(0, -1)} xml:space="preserve">` : before
}
