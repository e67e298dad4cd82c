const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const HAN = '〇零一二两三四五六七八九十百千万亿'

/**
 * An answer to a blank so that the same is the same however it is written: width, case, spaces and marks at its ends
 * count for nothing, and a number in Chinese is the number: 三十日 = 30日, 百分之四十 = 40%, 3万元 = 30000元.
 */
export function normalisedBlank(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/○/g, '〇')
    .replace(new RegExp(`[${HAN}]+`, 'g'), (numeral) => hanNumber(numeral) ?? numeral)
    .replace(/(\d+(?:\.\d+)?)([万亿])/g, (_, number: string, unit: string) => String(grown(number, unit)))
    .replace(/百分之(\d+(?:\.\d+)?)/g, '$1%')
    .replace(/^[^\p{L}\p{N}%+<>=]+|[^\p{L}\p{N}%+<>=]+$/gu, '')
}

/** Without the crumbs of binary fractions: 1.1万 is 11000. */
const grown = (number: string, unit: string) =>
  Number((Number(number) * (unit === '万' ? 10_000 : 100_000_000)).toFixed(4))

/** Digits for a numeral, or undefined where it may mean something else: 二三 (two or three), 万一, 百分之…. */
function hanNumber(numeral: string): string | undefined {
  // The 百 of 百分之 stands alone and is no number; so do 十, 千, 万 in words.
  if (/^[百千万亿]/.test(numeral)) return undefined
  if (!/[十百千万亿]/.test(numeral)) {
    const isLong = numeral.length > 2 || /[〇零]/.test(numeral)
    return numeral.length === 1 || isLong ? [...numeral].map(digitOf).join('') : undefined
  }
  const value = sumOf(numeral)
  return value === undefined ? undefined : String(value)
}

function digitOf(han: string): number {
  return han === '〇' ? 0 : han === '两' ? 2 : DIGITS.indexOf(han)
}

/** 一万二千三百 in its parts: each unit smaller than the one before; undefined for anything else, as 三万五. */
function sumOf(numeral: string): number | undefined {
  for (const [unit, worth] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = numeral.indexOf(unit)
    if (at < 0) continue
    const head = sumOf(numeral.slice(0, at))
    const rest = numeral.slice(at + 1)
    // 三万五 is thirty-five thousand to some and no number to others.
    const tail = rest === '' ? 0 : /[十百千万]/.test(rest) || /^[零〇]/.test(rest) ? sumOf(rest) : undefined
    return head === undefined || tail === undefined ? undefined : head * worth + tail
  }
  let sum = 0
  let least = 10_000
  let digit: number | undefined
  let skipped = false
  for (const han of numeral) {
    const unit = UNITS[han]
    if (unit === undefined) {
      const next = digitOf(han)
      if (digit !== undefined || next < 0) return undefined
      if (next === 0) skipped = true
      else digit = next
      continue
    }
    if (unit >= least || (digit === undefined && !(unit === 10 && sum === 0))) return undefined
    sum += (digit ?? 1) * unit
    least = unit
    digit = undefined
    skipped = false
  }
  // 一百五 is a hundred and fifty: not what its parts say.
  if (digit !== undefined && least > 10 && !skipped && sum > 0) return undefined
  return sum + (digit ?? 0)
}
