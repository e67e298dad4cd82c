import { type MarkdownBlock, plainInline, splitBlocks } from '../../../importing/recognition/markdown-blocks.ts'

/** A line of a story's text, in order. */
export interface StoryLine {
  readonly at: number
  readonly type: 'title' | 'heading' | 'text' | 'list' | 'cell' | 'picture'
  /** Without marks of Markdown. */
  readonly text: string
  /** As it may stand in a section: Markdown without headings, pictures and HTML. */
  readonly markdown: string
  /** Of a cell: what stands in the cell before it. */
  readonly label?: string | undefined
  /** Of a picture: what its link says, and the words for those who cannot see it. */
  readonly picture?: { readonly target: string; readonly alternative: string } | undefined
  /** Set in bold as a whole. */
  readonly bold?: boolean | undefined
}

type NewLine = Omit<StoryLine, 'at'>

const PICTURE = /!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s+/

/**
 * Cuts a text into lines. Tables of labels and values become cells; pictures stand by themselves.
 * @param title the first line, where it was taken out of the text
 */
export function storyLines(markdown: string, title: string | undefined): StoryLine[] {
  const lines: NewLine[] = title ? [{ type: 'title', text: title.trim(), markdown: title.trim() }] : []
  for (const block of splitBlocks(markdown.normalize('NFC'))) lines.push(...linesOf(block))
  return lines.filter(({ text, type }) => text !== '' || type === 'picture').map((line, at) => ({ ...line, at }))
}

function linesOf(block: MarkdownBlock): NewLine[] {
  if (block.type === 'heading') return [{ type: 'heading', text: plain(block.text), markdown: block.text }]
  if (/^ {0,3}\|/.test(block.text)) return cellsOf(block.text)
  if (block.type === 'other' && LIST_ITEM.test(block.text)) {
    return block.text
      .split(/\n(?= {0,3}(?:[-*+]|\d{1,9}[.)])\s)/)
      .flatMap((item) => withPictures('list', item.trim().replace(/\n\s*/g, '')))
  }
  const text = block.type === 'other' ? block.text.replace(/^ {0,3}> ?/gm, '').replace(/<!--.*?-->/gs, '') : block.text
  // Two blanks or a stroke at its end break a line; other line ends do not.
  // A PDF may have joined what stood apart: 【做法】 begins anew.
  const lines = text.split(/(?:\\| {2,})\n/).flatMap((line) => line.replace(/\n/g, '').split(/(?=\\?【[^】]{1,12}】)/))
  return lines.flatMap((line) => withPictures('text', line.trim()))
}

function withPictures(type: 'text' | 'list', markdown: string): NewLine[] {
  const pictures = [...markdown.matchAll(PICTURE)].map(
    ([, alternative = '', target = '']): NewLine => ({
      type: 'picture',
      text: '',
      markdown: '',
      picture: { target, alternative: plain(alternative) },
    }),
  )
  const rest = markdown.replace(PICTURE, '').trim()
  if (rest === '' || plain(rest) === '') return pictures
  const body = type === 'list' ? rest.replace(LIST_ITEM, '') : rest
  const bold = /^(?:\*\*|__)(?:(?!\*\*|__).)+(?:\*\*|__)$/.test(body)
  return [...pictures, { type, text: plain(body), markdown: rest, ...(bold && { bold }) }]
}

const plain = (markdown: string) =>
  // What was written as a tag, and not meant as one, is text.
  plainInline(markdown.replace(/(?<!\\)<[^<>]{0,200}>/g, ''))
    .replace(/[\u00a0\u2002\u2003]/g, ' ')
    .trim()

/** In a row, a value stands behind its label; a heading row of a list of labels and values says nothing. */
function cellsOf(table: string): NewLine[] {
  const rows = table
    .split('\n')
    .filter((row) => !/^ {0,3}\|(?:\s*:?-+:?\s*\|)+\s*$/.test(row))
    .map((row) =>
      row
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replace(/\\\|/g, '|').trim()),
    )
  return rows.flatMap((cells) => {
    const filled = cells.filter((cell, at) => cell !== '' && cell !== cells[at - 1])
    if (filled.length === 1) return withPictures('text', filled[0] ?? '')
    const found: NewLine[] = []
    for (let at = 0; at < filled.length; at += 2) {
      const label = plain(filled[at] ?? '')
      const value = (filled[at + 1] ?? '').replace(/<br\s*\/?>/gi, '\n').trim()
      if (/^(?:项\s*目|栏\s*目|类\s*别)$/.test(label) && /^(?:内\s*容|填写内容)$/.test(plain(value))) continue
      if (value === '') found.push({ type: 'text', text: label, markdown: label })
      for (const part of value.split('\n')) {
        for (const line of withPictures('text', part.trim())) {
          found.push(line.type === 'picture' ? line : { ...line, type: 'cell', label })
        }
      }
    }
    return found
  })
}
