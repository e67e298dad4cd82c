const startsParagraph =
  /^[ \t]*(?:[\u3000 ]{2,}|第[〇零一二三四五六七八九十百千0-9]+[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|附件|[-*•·])/
const endsSentence = /[。！？；：.!?;:”"』」）)]$/

/**
 * Rejoins paragraphs whose lines were broken at a fixed width, as mail and old editors do.
 * Texts with one paragraph a line come back as they are.
 */
export function joinWrappedLines(lines: readonly string[]): string[] {
  const width = wrapWidth(lines)
  if (width === undefined) return [...lines]
  const out: string[] = []
  let open = false
  for (const line of lines) {
    const text = line.trimEnd()
    const last = out.at(-1)
    if (open && last !== undefined && text.trim() !== '' && !startsParagraph.test(text)) {
      out[out.length - 1] = joinLine(last, text)
    } else out.push(text)
    open = text.trim() !== '' && columns(text) >= width - 3
  }
  return out
}

/** Two parts of one paragraph: words of Latin letters keep a space between them, Chinese does not. */
export function joinLine(first: string, second: string): string {
  const [left, right] = [first.trimEnd(), second.trimStart()]
  return /[A-Za-z0-9,.;:]$/.test(left) && /^[A-Za-z]/.test(right) ? `${left} ${right}` : `${left}${right}`
}

/** The width in columns at which lines were broken, if most full lines stop in mid-sentence there. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 5000)
  if (filled.length < 8) return undefined
  const widths = filled.map((line) => columns(line.trimEnd()))
  const width = Math.max(...widths)
  if (width < 30 || width > 120) return undefined
  const full = filled.filter((_, at) => (widths[at] ?? 0) >= width - 3)
  const broken = full.filter((line) => !endsSentence.test(line.trimEnd()))
  return full.length >= filled.length * 0.35 && broken.length >= full.length * 0.6 ? width : undefined
}

function columns(text: string): number {
  let sum = 0
  for (const character of text) sum += (character.codePointAt(0) ?? 0) > 0x2e7f || /[“”‘’—…·]/.test(character) ? 2 : 1
  return sum
}
