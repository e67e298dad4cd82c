/** Control, zero-width and direction characters that are never content and can hide or reorder it. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/**
 * Any text in NFC with LF line ends and without invisible control characters. Kangxi radicals, which
 * some PDF writers put for the characters they look like, become those characters. No run of spaces
 * is longer than 200, for nothing that reads lines should take its time over them.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|\u0085|\u2028|\u2029|\f/g, '\n')
    .replace(invisible, '')
    .replace(/([ \t\u00A0\u3000])\1{200,}/g, (run) => run.slice(0, 200))
    .replace(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize('NFKC'))
    .toWellFormed()
    .normalize('NFC')
}

/**
 * Markdown as it is stored: normalised text without trailing spaces, leading or final blank lines,
 * or runs of them. Two trailing spaces that break a line become the visible `\`.
 */
export function normaliseMarkdown(markdown: string): string {
  const lines = normaliseText(markdown).split('\n')
  const kept: string[] = []
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (marker && (fence === '' || (marker.startsWith(fence) && line.trim() === marker)))
      fence = fence === '' ? marker : ''
    const bare = line.trimEnd()
    const breaks = fence === '' && / {2,}$/.test(line) && bare !== '' && (lines[at + 1] ?? '').trim() !== ''
    const text = breaks && canBreak(bare) ? `${bare}\\` : bare
    if (text === '' && fence === '' && (kept.length === 0 || kept.at(-1) === '')) continue
    kept.push(text)
  }
  while (kept.at(-1) === '') kept.pop()
  return kept.join('\n')
}

/** Headings, tables, rules and markers of their own end a line anyway. */
function canBreak(line: string): boolean {
  return !/^ {0,3}(#{1,6}(\s|$)|\||[-*_]{3,}$|>?$|<!--)/.test(line) && !line.endsWith('\\')
}
