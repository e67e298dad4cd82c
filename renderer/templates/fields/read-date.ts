const DIGITS = '〇一二三四五六七八九'

/**
 * The day meant by what was typed in any usual way: 2026.11.21, 2026年11月21日, 20261121, 11-21 (this year),
 * 二〇二六年十一月二十一日, 今天.
 * @param today `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`, or undefined when it is no day
 */
export function readDate(typed: string, today: string): string | undefined {
  const text = plain(typed)
  const near = { 今天: 0, 今日: 0, 昨天: -1, 明天: 1 }[text]
  if (near !== undefined) return new Date(Date.parse(today) + near * 86_400_000).toISOString().slice(0, 10)
  const found =
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^()(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(text)
  return found ? day(found[1] || today.slice(0, 4), found[2], found[3]) : undefined
}

/** `YYYY-MM` of 2026.11, 202611, 2026年11月. */
export function readMonth(typed: string): string | undefined {
  const text = plain(typed)
  const found = /^(\d{4})[-./年](\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  return found ? day(found[1], found[2], '1')?.slice(0, 7) : undefined
}

/** `HH:mm` of 9:30, 9点30分, 9点半, 930. */
export function readTime(typed: string): string | undefined {
  const text = plain(typed).replace('半', '30')
  const found = /^(\d{1,2})[:点时.](\d{1,2})?分?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (!found) return undefined
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined
}

/** How a day is written to people: 2026年11月21日; what is no day stays as it is. */
export function dateText(value: string): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value)
  if (!found) return value
  return `${found[1]}年${Number(found[2])}月${found[3] ? `${Number(found[3])}日` : ''}`
}

function plain(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[○Ｏ零]/g, '〇')
  if (!/[〇一二三四五六七八九十]/.test(text)) return text
  // Years stand digit by digit, months and days as numbers below a hundred.
  const year = text.replace(/^[〇一二三四五六七八九]{4}(?=年)/, (digits) =>
    [...digits].map((one) => DIGITS.indexOf(one)).join(''),
  )
  return year.replace(/[〇一二三四五六七八九十]+/g, (number) => {
    const [tens, ones] = number.includes('十') ? number.split('十') : ['', number]
    const ten = number.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0
    return String(ten * 10 + (ones ? DIGITS.indexOf(ones) : 0))
  })
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  if (y < 1800 || y > 2200 || m < 1 || m > 12 || d < 1 || d > last) return undefined
  return `${y}-${two(m)}-${two(d)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
