import type { LocatedParagraph, RunFormat } from '../reading/located-paragraph.ts'

/** Chinese fonts that a document names when it names none. */
const UNNAMED = '宋体'
const HAN = /[\p{Script=Han}]/u

/** The look that most of the Chinese letters from `start` to `end` have; undefined where there are none. */
export function looksOf(
  { runs, text }: LocatedParagraph,
  start = 0,
  end = text.length,
): { readonly font: string; readonly halfPoints: number } | undefined {
  const counted = new Map<string, { count: number; format: RunFormat }>()
  for (const run of runs) {
    const letters = text.slice(Math.max(run.start, start), Math.min(run.end, end))
    const count = [...letters].filter((letter) => HAN.test(letter)).length
    if (count === 0) continue
    const key = `${run.format.eastAsiaFont}/${run.format.halfPoints}`
    const known = counted.get(key)
    counted.set(key, { count: (known?.count ?? 0) + count, format: run.format })
  }
  const [most] = [...counted.values()].sort((a, b) => b.count - a.count)
  return most && { font: most.format.eastAsiaFont ?? UNNAMED, halfPoints: most.format.halfPoints }
}

const NAMES: readonly (readonly [number, string])[] = [
  [84, '初号'],
  [72, '小初'],
  [52, '一号'],
  [48, '小一'],
  [44, '二号'],
  [36, '小二'],
  [32, '三号'],
  [30, '小三'],
  [28, '四号'],
  [24, '小四'],
  [21, '五号'],
  [18, '小五'],
]

/** 三号 for 32 half-points, or the size in points. */
export const sizeName = (halfPoints: number): string =>
  NAMES.find(([size]) => size === halfPoints)?.[1] ?? `${halfPoints / 2}磅`

/** Characters of indent, as a reader sees them: said in characters or in twips, or typed as blanks. */
export function firstLineIndent({ format, text, runs }: LocatedParagraph): number {
  const typed = /^[ \u3000\u00a0]*/.exec(text)?.[0] ?? ''
  const blanks = [...typed].reduce((sum, blank) => sum + (blank === '\u3000' ? 1 : 0.5), 0)
  const size = (runs[0]?.format.halfPoints ?? 32) * 10
  const said = format.firstLineChars === undefined ? format.firstLine / size : format.firstLineChars / 100
  const left = format.leftChars === undefined ? format.left / size : format.leftChars / 100
  return said + left + blanks
}
