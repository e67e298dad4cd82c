/** A run of characters that a PDF places on a page, as pdf.js reports it. */
export interface PlacedText {
  readonly str: string
  /** `[a, b, c, d, x, y]` in PDF units, y upwards. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** One printed line: its text and where it stands. */
export interface PdfLine {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly right: number
  /** Baseline, upwards from the bottom of the page. */
  readonly y: number
  /** Height of its characters. */
  readonly size: number
}

interface Run {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Puts the runs of a page into lines, top to bottom, gaps between runs becoming spaces. */
export function toLines(items: readonly PlacedText[], page: number): PdfLine[] {
  const runs = items.flatMap((item): Run[] => {
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
    // Text that is turned on its side is a stamp or a watermark.
    if (item.str.trim() === '' || Math.abs(b) > Math.abs(a) * 0.2) return []
    return [{ text: readable(item.str), left: x, right: x + item.width, y, size: item.height || Math.abs(a) || 10 }]
  })
  const rows: Run[][] = []
  for (const run of runs.sort((one, other) => other.y - one.y || one.left - other.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - run.y) < Math.max(first.size, run.size) * 0.45) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => lineOf(row, page))
}

function lineOf(row: Run[], page: number): PdfLine {
  const runs = row.sort((one, other) => one.left - other.left)
  let text = ''
  let last: Run | undefined
  for (const run of runs) {
    // Some programs print bold by setting the same text twice, a hair apart.
    if (last && last.text === run.text && Math.abs(last.left - run.left) < run.size * 0.2) continue
    text += last ? gapBetween(last, run) + run.text : run.text
    last = run
  }
  const size = [...runs].sort((one, other) => other.text.length - one.text.length)[0]?.size ?? 10
  return {
    text: text.trim(),
    page,
    left: Math.min(...runs.map((run) => run.left)),
    right: Math.max(...runs.map((run) => run.right)),
    y: runs[0]?.y ?? 0,
    size,
  }
}

function gapBetween(last: Run, next: Run): string {
  const gap = next.left - last.right
  const size = Math.max(last.size, next.size)
  if (gap > size * 0.6) return '\u3000'
  return gap > size * 0.2 && /[\w.,;:)]$/.test(last.text) && /^[\w(]/.test(next.text) ? ' ' : ''
}

/** Control characters stand for glyphs whose meaning the file does not give. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD')
}
