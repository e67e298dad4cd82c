/** A piece of a release note. */
export type NotesBlock =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'bullets' | 'numbers'; readonly entries: readonly string[] }

/** The blocks of a note in Markdown (CommonMark 0.31), as far as notes need them; whatever else it holds stays text. */
export function notesBlocks(notes: string): NotesBlock[] {
  const blocks: NotesBlock[] = []
  let open: { kind: 'bullets' | 'numbers'; entries: string[] } | { kind: 'text'; text: string } | undefined
  for (const line of notes.split(/\r\n|\n|\r/)) {
    const [, heading] = /^#{1,6}[ \t]+(.*?)[ \t]*#*$/.exec(line) ?? []
    const [, mark = '', entry] = /^[ \t]{0,3}([-*+]|\d{1,3}[.、)])[ \t]+(\S.*)$/.exec(line) ?? []
    if (heading !== undefined) {
      blocks.push({ kind: 'heading', text: plain(heading) })
      open = undefined
    } else if (entry !== undefined) {
      const kind = /\d/.test(mark) ? 'numbers' : 'bullets'
      if (open?.kind === kind) open.entries.push(plain(entry))
      else {
        open = { kind, entries: [plain(entry)] }
        blocks.push(open)
      }
    } else if (line.trim() === '') {
      open = undefined
    } else if (open?.kind === 'text') {
      open.text += `\n${plain(line)}`
    } else {
      open = { kind: 'text', text: plain(line) }
      blocks.push(open)
    }
  }
  return blocks
}

/** Without the marks of bold and code. */
const plain = (text: string) =>
  text
    .trim()
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
