/** A top-level piece of a Markdown text; `text` is its source without surrounding blank lines. */
export type MarkdownBlock =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  /** Lists, tables, code, comments: kept as they are. */
  | { readonly type: 'other'; readonly text: string }

const heading = /^ {0,3}(#{1,6})(?=[ \t\u3000]|$)(.*)$/
const fence = /^ {0,3}(`{3,}|~{3,})/

/** Splits normalised Markdown into its top-level blocks. */
export function splitBlocks(markdown: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let run: string[] = []
  let open = ''
  const close = () => {
    if (run.length > 0) blocks.push(toBlock(run))
    run = []
  }
  for (const line of markdown.split('\n')) {
    const marker = fence.exec(line)?.[1]
    if (open !== '') {
      run.push(line)
      if (marker?.startsWith(open)) open = ''
      continue
    }
    if (marker) {
      open = marker
      run.push(line)
      continue
    }
    const title = heading.exec(line)
    if (line.trim() === '') close()
    else if (title) {
      close()
      blocks.push({
        type: 'heading',
        level: title[1]?.length ?? 1,
        text: (title[2] ?? '').replace(/[ \t]#+$/, '').trim(),
      })
    } else run.push(line)
  }
  close()
  return blocks
}

/** The Markdown of blocks, one blank line between them. */
export function joinBlocks(blocks: readonly MarkdownBlock[]): string {
  return blocks
    .map((block) => (block.type === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text))
    .join('\n\n')
}

function toBlock(lines: string[]): MarkdownBlock {
  const text = lines.join('\n')
  const isOther = /^(?: {0,3}(?:[-*+] |\d{1,9}[.)] |\||>|<!--|```|~~~)| {4}|\t)/.test(text) || /\n {0,3}\|/.test(text)
  return { type: isOther ? 'other' : 'paragraph', text }
}

/** Plain text of inline Markdown: marks, link targets and escapes removed. */
export function plainInline(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim()
}
