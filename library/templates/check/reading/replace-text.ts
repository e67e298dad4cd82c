import type { LocatedParagraph, LocatedRun } from './located-paragraph.ts'

export interface TextChange {
  /** Characters into the paragraph; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Puts other words into a paragraph, in the looks of the first letter they replace. Of changes that overlap the first counts. */
export function replaceText(paragraph: LocatedParagraph, changes: readonly TextChange[]): void {
  const ordered = [...changes].sort((a, b) => a.start - b.start)
  const kept = ordered.filter((change, index) => index === 0 || change.start >= (ordered[index - 1]?.end ?? 0))
  for (const run of paragraph.runs) if (run.isText) setText(run, rewritten(paragraph, run, kept))
}

function rewritten(paragraph: LocatedParagraph, run: LocatedRun, changes: readonly TextChange[]): string {
  let text = ''
  let at = run.start
  for (const { start, end, text: words } of changes) {
    if (end <= run.start || start >= run.end) continue
    text += paragraph.text.slice(at, Math.max(at, start))
    // The words go where the replaced ones began, or where the first changeable letter of them is.
    if (firstTextRun(paragraph, start, end) === run) text += words
    at = Math.min(end, run.end)
  }
  return text + paragraph.text.slice(at, run.end)
}

const firstTextRun = (paragraph: LocatedParagraph, start: number, end: number) =>
  paragraph.runs.find((run) => run.isText && run.end > start && run.start < end)

function setText(run: LocatedRun, text: string): void {
  if (text === run.node.textContent) return
  run.node.textContent = text
  // Without it leading and trailing blanks are dropped.
  if (/^\s|\s$/.test(text)) run.node.setAttribute('xml:space', 'preserve')
}
