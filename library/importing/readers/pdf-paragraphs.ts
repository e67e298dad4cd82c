import { isDottedLine } from '../recognition/contents-list.ts'
import { parseDivision } from '../recognition/outline.ts'
import { parseProvisionStart } from '../recognition/provision-heading.ts'
import { joinLine } from './join-wrapped-lines.ts'
import type { PdfLine } from './pdf-lines.ts'

/** A page's lines and its height in PDF units. */
export interface PdfPage {
  readonly lines: readonly PdfLine[]
  readonly height: number
}

const pageNumber =
  /^(?:[-—–─·.\s\u3000]*\d{1,4}[-—–─·.\s\u3000]*|第\s*\d{1,4}\s*页(?:[\s\u3000,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[ivxIVX]{1,6})$/
const numberedStart =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|附件|附则|目[\s\u3000]*录|[①②③④⑤⑥⑦⑧⑨⑩•●■◆])/
const endsSentence = /[。！？；：.!?;:…”』」）)]$/

/**
 * The paragraphs of a document from its printed lines: running heads and page numbers go, and a line
 * continues the one before unless it is indented, numbered, centred, set apart, or the one before ended short.
 */
export function joinPdfLines(pages: readonly PdfPage[]): string[] {
  const running = runningLines(pages)
  const lines = pages.flatMap((page) => page.lines.filter((line) => !isRunning(line, page, running)))
  const margins = measure(lines)
  const out: string[] = []
  let last: PdfLine | undefined
  for (const line of lines) {
    const before = out.at(-1)
    if (last && before !== undefined && continues(last, line, margins))
      out[out.length - 1] = joinLine(before, line.text)
    else out.push(line.text)
    last = line
  }
  return out
}

interface Margins {
  readonly left: number
  readonly right: number
  readonly size: number
  readonly leading: number
}

function continues(last: PdfLine, line: PdfLine, margins: Margins): boolean {
  const em = margins.size
  if (Math.abs(last.size - line.size) > Math.max(last.size, line.size) * 0.18) return false
  if (
    parseProvisionStart(line.text)?.spaced ||
    parseDivision(line.text) ||
    isDottedLine(line.text) ||
    isDottedLine(last.text)
  )
    return false
  const lastFull = last.right > margins.right - em * 1.6
  const indented = line.left > margins.left + em * 1.2
  if (isCentred(last, margins) && isCentred(line, margins)) return false
  if (indented || isCentred(last, margins)) return false
  // Paragraphs set without indent stand a little further apart than lines do.
  const gap = line.page === last.page ? last.y - line.y : 0
  if (gap > margins.leading * (endsSentence.test(last.text) ? 1.18 : 1.7)) return false
  if (numberedStart.test(line.text) && endsSentence.test(last.text)) return false
  return lastFull
}

/** Set in from both sides alike, as titles, chapter names and signatures are. */
function isCentred(line: PdfLine, { left, right, size }: Margins): boolean {
  const before = line.left - left
  const after = right - line.right
  return before > size * 2.5 && after > size * 2.5 && Math.abs(before - after) < size * 3
}

function measure(lines: readonly PdfLine[]): Margins {
  const size = commonest(lines.map((line) => Math.round(line.size * 2) / 2)) ?? 12
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.15 && line.text.length > 8)
  const left = commonest(body.map((line) => Math.round(line.left))) ?? 0
  const lefts = body.map((line) => line.left).sort((a, b) => a - b)
  const rights = body.map((line) => line.right).sort((a, b) => a - b)
  const leads = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return next && next.page === line.page && line.y > next.y ? [Math.round(line.y - next.y)] : []
  })
  return {
    // In a text of short paragraphs most lines are first lines; the margin is left of them.
    left: Math.min(left, lefts[Math.floor(lefts.length * 0.1)] ?? left),
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    size,
    // Where every paragraph is one line, the gap between paragraphs is the commonest one.
    leading: Math.min(
      commonest(leads) ?? size * 1.6,
      leads.sort((a, b) => a - b)[Math.floor(leads.length * 0.2)] ?? size * 1.6,
    ),
  }
}

/** Texts, their figures left out, that stand at the top or bottom of many pages. */
function runningLines(pages: readonly PdfPage[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const edge = new Set(
      [...page.lines.slice(0, 2), ...page.lines.slice(-2)]
        .filter((line) => isAtEdge(line, page))
        .map((line) => withoutFigures(line.text)),
    )
    for (const text of edge) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const enough = Math.max(3, pages.length * 0.4)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text))
}

function isRunning(line: PdfLine, page: PdfPage, running: ReadonlySet<string>): boolean {
  return isAtEdge(line, page) && (pageNumber.test(line.text) || running.has(withoutFigures(line.text)))
}

function isAtEdge(line: PdfLine, page: PdfPage): boolean {
  return line.y > page.height * 0.9 || line.y < page.height * 0.1
}

function withoutFigures(text: string): string {
  return text.replace(/[\d\s\u3000]+/g, '')
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
