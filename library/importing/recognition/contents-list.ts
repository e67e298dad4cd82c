import { parseDivision } from './outline.ts'

const contentsTitle = /^目[ \u3000]*[录次]$/
const dottedLine = /(?:[.．·…‥]{2,}|…|[\t ]{2,})[ \u3000.．·…]*[（(]?-?[ ]*\d{1,4}[ ]*-?[）)]?$/

/** True for a line of a printed table of contents: a name, dots and a page number. */
export function isDottedLine(line: string): boolean {
  return line.length < 120 && dottedLine.test(line.trim())
}

/**
 * Which of a document's plain paragraphs are its table of contents (目录): the title, and the lines
 * that follow it until one comes that also stands in the text itself.
 * @returns indexes to leave out
 */
export function findContentsList(paragraphs: readonly string[]): Set<number> {
  const out = new Set<number>()
  const start = paragraphs.findIndex((text) => contentsTitle.test(text.trim()))
  if (start >= 0) {
    let end = start + 1
    const seen = new Set<string>()
    for (; end < paragraphs.length; end++) {
      const text = (paragraphs[end] ?? '').trim()
      if (text === '') continue
      const key = text.split('\n').map(contentsKey).join()
      if (!isContentsEntry(text) || seen.has(key)) break
      seen.add(key)
    }
    // A heading with nothing after it would be an empty list, and a document that is all entries has no text.
    if (end > start + 1 && end < paragraphs.length) for (let at = start; at < end; at++) out.add(at)
  }
  for (const [at, text] of paragraphs.entries()) {
    const lines = text.split('\n')
    if (lines.length > 0 && lines.every(isDottedLine) && parseDivision(contentsKey(text))) out.add(at)
  }
  return out
}

function isContentsEntry(text: string): boolean {
  return text.split('\n').every((line) => {
    const bare = line.trim()
    return (
      isDottedLine(bare) ||
      parseDivision(bare) !== undefined ||
      /^附[ \u3000]*(?:则|录|件)/.test(bare) ||
      (/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/.test(bare) &&
        bare.length < 40 &&
        !/[。；]/.test(bare))
    )
  })
}

function contentsKey(line: string): string {
  return line
    .replace(dottedLine, '')
    .replace(/[\s\u3000]+\d{1,4}$/, '')
    .replace(/[\s\u3000]/g, '')
}
