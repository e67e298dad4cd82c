import type TurndownService from 'turndown'
import { refuse } from './unreadable-file-error.ts'

const cellStart = '\uE0F0'
const cellPart = '\uE0F1'
const cellEnd = '\uE0F2'
const rowEnd = '\uE0F3'
const mostCells = 200_000

/**
 * Tables as GFM tables (GitHub Flavored Markdown 0.29 §4.10) with merged cells spread out:
 * text that spans rows is repeated in each, so that every row can be read by itself.
 * A table of one column is layout and becomes its paragraphs.
 */
export function addTableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      const element = 'getAttribute' in node ? node : undefined
      const columns = span(element?.getAttribute('colspan'), 60)
      const rows = span(element?.getAttribute('rowspan'), 1000)
      return `${cellStart}${columns}${cellPart}${rows}${cellPart}${content.trim()}${cellEnd}`
    },
  })
  service.addRule('row', { filter: 'tr', replacement: (content) => `${content}${rowEnd}` })
  service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content })
  service.addRule('caption', { filter: 'caption', replacement: (content) => content })
  service.addRule('table', { filter: 'table', replacement: (content) => `\n\n${tableToMarkdown(content)}\n\n` })
}

interface Cell {
  readonly columns: number
  readonly rows: number
  readonly text: string
}

function tableToMarkdown(content: string): string {
  const firstCell = content.indexOf(cellStart)
  if (firstCell < 0) return content.replaceAll(rowEnd, '').trim()
  const caption = content.slice(0, firstCell).trim()
  const rows = content
    .slice(firstCell)
    .split(rowEnd)
    .map(readCells)
    .filter((cells) => cells.length > 0)
  const grid = spread(rows)
  const width = Math.max(...grid.map((row) => row.length))
  if (width === 1) return [caption, ...rows.flat().map((cell) => cell.text)].filter((text) => text !== '').join('\n\n')
  const lines = grid
    .filter((row) => row.some((text) => text !== ''))
    .map((row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`)
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`)
  return `${caption ? `${caption}\n\n` : ''}${lines.join('\n')}`
}

function readCells(row: string): Cell[] {
  return row
    .split(cellEnd)
    .filter((part) => part.includes(cellStart))
    .map((part) => {
      const [columns, rows, ...text] = part.slice(part.lastIndexOf(cellStart) + 1).split(cellPart)
      return { columns: Number(columns), rows: Number(rows), text: text.join('') }
    })
}

/** Places cells on a grid as HTML does (HTML Standard §4.9.12.1). */
function spread(rows: readonly Cell[][]): string[][] {
  const grid: string[][] = rows.map(() => [])
  let cells = 0
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x++
      const text = oneLine(cell.text)
      for (let down = 0; down < Math.min(cell.rows, rows.length - y); down++) {
        const line = grid[y + down]
        for (let right = 0; line && right < cell.columns; right++) {
          line[x + right] = right === 0 && (down === 0 || text.length <= 40) ? text : ''
          if (++cells > mostCells) throw refuse('FILE_OUTPUT_TOO_LARGE')
        }
      }
      x += cell.columns
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}

/** A cell is one line in Markdown; its paragraphs are parted by a wide space. */
function oneLine(text: string): string {
  return text
    .replace(/\\?\n+\s*/g, '\u3000')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim()
}

function span(value: string | null | undefined, most: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return number > 1 ? Math.min(number, most) : 1
}
