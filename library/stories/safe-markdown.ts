import type { Token } from 'markdown-it'
import { markdownParser } from '../items/markdown-parser.ts'
import { plainText } from '../items/plain-text.ts'
import { escapeLineStart, escapeText, escapeWords } from './escape-text.ts'

/** Where a link in a story may lead. */
const LINK = /^(?:https?:\/\/|mailto:|xinhuo:\/\/item\/)/i

/**
 * A field's text as Markdown of paragraphs, lists, emphasis and links, and of nothing else: a heading, a table, code,
 * HTML, a picture or the number of a provision becomes the words it consists of, so that no field can pass for a part
 * of the page it does not belong to.
 */
export function safeMarkdown(text: string): string {
  const tokens = markdownParser.parse(text, {})
  const plain = writeBlocks(tokens, false)
  const emphasised = writeBlocks(tokens, true)
  // Between some signs emphasis cannot be written so that it is read again: the words count.
  return bare(plainText(emphasised)) === bare(plainText(plain)) ? emphasised : plain
}

const bare = (text: string) => text.replace(/\s+/gu, '')

/** A stretch of tokens, and how far it has been read. */
interface Reading {
  readonly tokens: readonly Token[]
  at: number
  readonly emphasis: boolean
}

function writeBlocks(tokens: readonly Token[], emphasis: boolean): string {
  return blocksUntil({ tokens, at: 0, emphasis }, undefined).join('\n\n')
}

/** The blocks up to the token that closes what they stand in. */
function blocksUntil(reading: Reading, end: string | undefined): string[] {
  const blocks: string[] = []
  while (reading.at < reading.tokens.length) {
    const token = reading.tokens[reading.at++] as Token
    if (token.type === end) break
    blocks.push(...block(token, reading).filter((text) => text.trim() !== ''))
  }
  return blocks
}

function block(token: Token, reading: Reading): string[] {
  switch (token.type) {
    case 'inline':
      return [inline(token.children ?? [], reading.emphasis)]
    case 'fence':
    case 'code_block':
    case 'html_block':
      return [escapeText(token.content.trimEnd())]
    case 'blockquote_open':
      return blocksUntil(reading, 'blockquote_close')
    case 'bullet_list_open':
      return [list(reading, 'bullet_list_close', () => '- ')]
    case 'ordered_list_open': {
      const first = Number(token.attrGet('start') ?? 1)
      return [list(reading, 'ordered_list_close', (index) => `${first + index}. `)]
    }
    case 'tr_open':
      return [blocksUntil(reading, 'tr_close').join('\u3000')]
    default:
      return []
  }
}

function list(reading: Reading, end: string, marker: (index: number) => string): string {
  const items: string[] = []
  let isTight = true
  while (reading.at < reading.tokens.length) {
    const token = reading.tokens[reading.at++] as Token
    if (token.type === end) break
    if (token.type !== 'list_item_open') continue
    const blocks = blocksUntil(reading, 'list_item_close')
    if (blocks.length === 0) continue
    if (blocks.length > 1) isTight = false
    const mark = marker(items.length)
    items.push(
      mark +
        blocks
          .join('\n\n')
          .trimStart()
          .replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`),
    )
  }
  return items.join(isTight ? '\n' : '\n\n')
}

function inline(children: readonly Token[], emphasis: boolean): string {
  const open: boolean[] = []
  const words = children.map((token) => {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        return '\n'
      case 'strong_open':
      case 'strong_close':
        return emphasis ? '**' : ''
      case 'em_open':
      case 'em_close':
        return emphasis ? '*' : ''
      case 'link_open':
        open.push(LINK.test(String(token.attrGet('href'))))
        return open.at(-1) ? '[' : ''
      case 'link_close':
        return open.pop() ? `](${hrefOf(children, token)})` : ''
      case 's_open':
      case 's_close':
        return ''
      default:
        return escapeWords(token.content)
    }
  })
  return words.join('').split('\n').map(escapeLineStart).join('\n')
}

/** Where the link leads that this token closes. */
function hrefOf(children: readonly Token[], close: Token): string {
  let depth = 0
  for (let at = children.indexOf(close); at >= 0; at--) {
    const token = children[at] as Token
    if (token.type === 'link_close') depth += 1
    if (token.type === 'link_open' && --depth === 0) {
      return String(token.attrGet('href'))
        .replace(/[()\\<>\s]/g, encodeURIComponent)
        .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
        .replace(/&/g, '\\&')
    }
  }
  return ''
}
