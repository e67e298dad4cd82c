const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 62 → 六十二, 110 → 一百一十, 1260 → 一千二百六十; as statutes number their provisions. 1 to 99,999,999. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99_999_999)
    throw new RangeError(`no provision has the number ${value}`)
  if (value > 9999) {
    const rest = value % 10_000
    const tail =
      rest === 0 ? '' : `${rest < 1000 ? '零' : ''}${rest >= 10 && rest < 20 ? '一' : ''}${chineseNumber(rest)}`
    return `${chineseNumber(Math.floor(value / 10_000))}万${tail}`
  }
  let text = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    if (gap) text += '零'
    gap = false
    // 十二 rather than 一十二, but 一百一十二.
    text += unit === 10 && digit === 1 && text === '' ? name : (DIGITS[digit] as string) + name
  }
  return text
}
