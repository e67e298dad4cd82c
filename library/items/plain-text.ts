import type { Token } from 'markdown-it'
import { markdownParser, pictureBlob } from './markdown-parser.ts'

/** Text that Markdown reads as it stands; most provisions are such, and parsing takes its time. */
const MARKED = /[\\`*_~[\]<>&|#=+-]|^[ \t]*\d+[.)]/m

/**
 * The words of a stretch of Markdown as a reader sees them, for indexing, snippets and finding in the page:
 * apart from white space the text of its rendered HTML.
 */
export function plainText(markdown: string): string {
  if (!MARKED.test(markdown)) return markdown.trim()
  return markdownParser
    .parse(markdown, {})
    .map(blockText)
    .join('')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The words of a single line, such as a heading's. */
export function plainLine(markdown: string): string {
  return markdownParser
    .parseInline(markdown, {})
    .flatMap((token) => token.children ?? [])
    .map(inlineText)
    .join('')
}

function blockText(token: Token): string {
  if (token.type === 'inline') return (token.children ?? []).map(inlineText).join('')
  if (token.type === 'fence' || token.type === 'code_block') return `${token.content.trimEnd()}\n\n`
  if (token.type === 'td_close' || token.type === 'th_close') return ' '
  if (token.type === 'tr_close') return '\n'
  if (token.type === 'paragraph_close') return token.hidden ? '\n' : '\n\n'
  return /^(heading|bullet_list|ordered_list|table|blockquote)_close$/.test(token.type) ? '\n\n' : ''
}

function inlineText(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
  if (token.type === 'image') return pictureBlob(token) ? '' : token.content
  return token.content
}
