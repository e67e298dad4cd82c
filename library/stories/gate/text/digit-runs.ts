/** One digit of a number as it was written. */
export interface WrittenDigit {
  /** 0 to 9, or X for the check character of a resident id. */
  readonly value: string
  /** Where it stands, and how many UTF-16 code units it takes. */
  readonly at: number
  readonly length: number
  /** What was written between the digit before and this one; empty where they touch. */
  readonly gap: string
  /** 一三八 rather than 138. */
  readonly chinese: boolean
}

const CHINESE: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
}
/** By code: looking up a character of each text by itself takes ten times as long. */
const CHINESE_CODES = new Map(Object.entries(CHINESE).map(([character, digit]) => [character.charCodeAt(0), digit]))
/** What people put between digits, or what copying leaves there; a line's end once. */
const GAP = /^[\p{Zs}\t.．·•・,，_＿\-－—–−‐‑/／\\|｜*`~\u00ad\u200b-\u200f\u2060\ufeff]$/u
const BREAK = /^[\r\n\u2028\u2029]$/
/** More than this between two digits, and they are two numbers. */
const WIDEST_GAP = 6

/**
 * The numbers of a text, each with its digits where they stand: half and full width, Chinese digits, spread by spaces
 * and dots or broken over two lines. Whether the gaps may be there is for whoever looks for a kind of number.
 */
export function digitRuns(text: string): WrittenDigit[][] {
  const runs: WrittenDigit[][] = []
  let run: WrittenDigit[] = []
  let gap = ''
  let breaks = 0
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
    gap = ''
    breaks = 0
  }
  let at = 0
  for (const character of text) {
    const value = digitOf(character, run.length)
    if (value !== undefined) {
      run.push({ value, at, length: character.length, gap, chinese: character in CHINESE })
      gap = ''
      breaks = 0
    } else if (run.length > 0) {
      if (BREAK.test(character)) breaks += character === '\r' ? 0 : 1
      if ((GAP.test(character) || BREAK.test(character)) && gap.length < WIDEST_GAP && breaks < 2) gap += character
      else close()
    }
    at += character.length
  }
  close()
  return runs
}

function digitOf(character: string, before: number): string | undefined {
  if (character >= '0' && character <= '9') return character
  const chinese = CHINESE_CODES.get(character.charCodeAt(0))
  if (chinese !== undefined) return chinese
  // The check character, and only where one can stand.
  if (before >= 17 && /^[XxＸｘ×ⅹⅩ]$/.test(character)) return 'X'
  // Most of a text are Han characters, and none of them is a digit of its own.
  if (character >= '\u3001' && character <= '\u9fff') return undefined
  if (!/^\p{Nd}$/u.test(character)) return undefined
  const folded = character.normalize('NFKC')
  return /^[0-9]$/.test(folded) ? folded : undefined
}

/** A stretch of a run that begins and ends where a number can: at a gap, or where the way of writing changes. */
export interface NumberWindow {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly digits: readonly WrittenDigit[]
  /** Lengths of the pieces between gaps: 3, 4, 4 for 138 1234 5678. */
  readonly pieces: readonly number[]
  /** The different gaps in it. */
  readonly gaps: readonly string[]
}

/**
 * The windows of `length` digits in a run; what most are never asked for is worked out when it is.
 * @param like what its digits look like
 * @param widest characters between its digits, all together
 */
export function numberWindows(
  run: readonly WrittenDigit[],
  length: number,
  like: RegExp,
  widest = Number.POSITIVE_INFINITY,
): NumberWindow[] {
  if (run.length < length) return []
  const values = run.map((digit) => digit.value).join('')
  const windows: NumberWindow[] = []
  for (let from = 0; from + length <= run.length; from++) {
    if (!beginsAt(run, from) || !endsAt(run, from + length)) continue
    const last = run[from + length - 1] as WrittenDigit
    const [start, end] = [(run[from] as WrittenDigit).at, last.at + last.length]
    const value = values.slice(from, from + length)
    if (end - start > length + widest || !like.test(value)) continue
    windows.push({
      value,
      start,
      end,
      get digits(): WrittenDigit[] {
        return run.slice(from, from + length)
      },
      get pieces(): number[] {
        const pieces: number[] = []
        for (const [index, digit] of this.digits.entries()) {
          if (index === 0 || digit.gap !== '') pieces.push(1)
          else pieces.push((pieces.pop() ?? 0) + 1)
        }
        return pieces
      },
      get gaps(): string[] {
        return [...new Set(this.digits.slice(1).map((digit) => digit.gap))].filter((gap) => gap !== '')
      },
    })
  }
  return windows
}

const beginsAt = (run: readonly WrittenDigit[], index: number) => {
  const digit = run[index]
  return index === 0 || (digit !== undefined && (digit.gap !== '' || digit.chinese !== run[index - 1]?.chinese))
}
const endsAt = (run: readonly WrittenDigit[], index: number) => index === run.length || beginsAt(run, index)

/** The number with the digits between `head` and `tail` hidden, and everything between them left as written. */
export function maskDigits(text: string, { start, end, digits }: NumberWindow, head: number, tail: number): string {
  let result = ''
  let at = start
  for (const [index, digit] of digits.entries()) {
    result += text.slice(at, digit.at)
    const shown = index < head || index >= digits.length - tail
    result += shown ? text.slice(digit.at, digit.at + digit.length) : '*'
    at = digit.at + digit.length
  }
  return result + text.slice(at, end)
}
