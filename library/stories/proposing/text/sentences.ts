/** Cuts a line into sentences; a quotation keeps its end. */
export function sentencesOf(text: string): string[] {
  const found: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '“') depth += 1
    if (letter === '”') depth = Math.max(0, depth - 1)
    const next = text.charAt(at + 1)
    const ends = /[。！？!?]/.test(letter) && depth === 0 && !/[”’）)。！？!?]/.test(next)
    const endsQuoted =
      letter === '”' && depth === 0 && /[。！？]/.test(text.charAt(at - 1)) && startsAnew(next, text, start)
    if (!ends && !endsQuoted && !(letter === '）' && /[。！？]/.test(text.charAt(at - 1)) && depth === 0)) continue
    found.push(text.slice(start, at + 1).trim())
    start = at + 1
  }
  found.push(text.slice(start).trim())
  return found.filter((sentence) => sentence !== '')
}

/** After “…。” a speaker may still follow: “…。”陶永福说。 */
const startsAnew = (next: string, text: string, start: number) => next === '' || !text.slice(start).startsWith('“')

/** Cuts a sentence at its commas and semicolons. */
export const clausesOf = (sentence: string): string[] =>
  sentence
    .split(/(?<=[，；,;：])(?![^“]*”)/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

/** Without the mark at its end. */
export const withoutEnd = (clause: string): string => clause.replace(/[，；,;。：、\s]+$/, '')
