/** Characters that Markdown may read as something else than themselves, wherever they stand. */
const MARKS = /[\\`*_![\]<>~|&]/g
/** What begins a heading, a list, a rule, a table or an underline at the start of a line. */
const LINE_START = /^([#+=:-])/
const NUMBERED = /^(\d{1,9})([.)])/
/** What the library reads as a provision of a statute at the start of a line. */
const PROVISION = /^(?=(?:\*\*)?第[一二三四五六七八九十百千零〇两0-9０-９]+条)/

/** Words as Markdown that shows exactly these words. Line ends stay. */
export function escapeText(text: string): string {
  return text.replace(MARKS, '\\$&').split('\n').map(escapeLineStart).join('\n')
}

/** A line whose words are escaped already, so that its beginning is no markup either. */
export function escapeLineStart(line: string): string {
  const bare = line.trim()
  if (LINE_START.test(bare)) return bare.replace(LINE_START, '\\$1')
  if (NUMBERED.test(bare)) return bare.replace(NUMBERED, '$1\\$2')
  // A blank in front is nothing to Markdown, and no statute begins its provisions so.
  return bare.replace(PROVISION, ' ')
}

/** Words within a line, as Markdown that shows exactly these. */
export const escapeLine = (text: string): string => escapeWords(text).trim()

/** A piece of a line, with the blanks around it; what begins a line is escaped when the line is whole. */
export const escapeWords = (text: string): string => text.replace(/\s+/gu, ' ').replace(MARKS, '\\$&')

/** A picture's words: Markdown takes no escapes there. */
export const alternativeText = (text: string): string => text.replace(MARKS, ' ').replace(/\s+/gu, ' ').trim()
