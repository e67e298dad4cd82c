import type { Token } from 'markdown-it'
import { markdownParser, pictureBlob } from '../../items/markdown-parser.ts'
import { plainText } from '../site/html.ts'

/** A stretch of a line that looks the same. */
export interface Run {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

/** A block of a story's text as it is printed. */
export type Block =
  | { readonly type: 'heading'; readonly text: string; readonly level: number }
  /** `mark` is what stands before an item of a list. */
  | {
      readonly type: 'paragraph'
      readonly runs: readonly Run[]
      readonly mark?: string
      readonly depth: number
      readonly quoted: boolean
    }
  | { readonly type: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'picture'; readonly sha256: string; readonly alt: string }

/** A story's Markdown as blocks, for documents that are not HTML. */
export function storyBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  const lists: { next: number | undefined }[] = []
  let mark: string | undefined
  let quotes = 0
  let row: string[] | undefined
  let rows: string[][] | undefined
  const tokens = markdownParser.parse(plainText(markdown), {})
  for (const [at, token] of tokens.entries()) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ next: undefined })
        break
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1) })
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop()
        break
      case 'list_item_open': {
        const list = lists.at(-1)
        mark = list?.next === undefined ? '·' : `${list.next++}.`
        break
      }
      case 'blockquote_open':
        quotes++
        break
      case 'blockquote_close':
        quotes--
        break
      case 'table_open':
        rows = []
        break
      case 'tr_open':
        row = []
        break
      case 'tr_close':
        if (row) rows?.push(row)
        row = undefined
        break
      case 'table_close':
        if (rows) blocks.push({ type: 'rows', rows })
        rows = undefined
        break
      case 'fence':
      case 'code_block':
        blocks.push({ type: 'paragraph', runs: [plainRun(token.content.trimEnd())], depth: lists.length, quoted: true })
        break
      case 'inline': {
        const before = tokens[at - 1]
        if (row)
          row.push(
            runsOf(token)
              .map(({ text }) => text)
              .join(''),
          )
        else if (before?.type === 'heading_open') {
          const text = runsOf(token)
            .map((run) => run.text)
            .join('')
          blocks.push({ type: 'heading', text: text.replace(/\s+/g, ' ').trim(), level: Number(before.tag.slice(1)) })
        } else {
          const runs = runsOf(token)
          if (runs.some(({ text }) => text.trim() !== '')) {
            blocks.push({
              type: 'paragraph',
              runs,
              depth: lists.length,
              quoted: quotes > 0,
              ...(mark !== undefined && { mark }),
            })
            mark = undefined
          }
          blocks.push(...picturesOf(token))
        }
        break
      }
    }
  }
  return blocks
}

const plainRun = (text: string): Run => ({ text, bold: false, italic: false })

function runsOf(inline: Token): Run[] {
  const runs: Run[] = []
  let [bold, italic] = [0, 0]
  for (const child of inline.children ?? []) {
    if (child.type === 'strong_open') bold++
    else if (child.type === 'strong_close') bold--
    else if (child.type === 'em_open') italic++
    else if (child.type === 'em_close') italic--
    else if (child.type === 'image' && pictureBlob(child) !== undefined) continue
    else if (child.type === 'softbreak' || child.type === 'hardbreak') runs.push(plainRun('\n'))
    else if (child.content !== '') runs.push({ text: child.content, bold: bold > 0, italic: italic > 0 })
  }
  // A line end beside a picture that was taken out is none.
  while (runs.at(-1)?.text === '\n') runs.pop()
  while (runs[0]?.text === '\n') runs.shift()
  return runs
}

const picturesOf = (inline: Token): Block[] =>
  (inline.children ?? []).flatMap((child) => {
    const sha256 = child.type === 'image' ? pictureBlob(child) : undefined
    return sha256 === undefined ? [] : [{ type: 'picture' as const, sha256, alt: child.content }]
  })
