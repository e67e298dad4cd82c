const HAN_DIGITS = '〇一二三四五六七八九'
/** Days between the first of January 1970 and the day zero of spreadsheets. */
const EPOCH_DAYS = 25_569
/** 1910 to 2100: a number outside them is no day. */
const DAYS = { first: 3654, last: 73_415 } as const

/**
 * A date as people write it, as `YYYY-MM-DD` or, where no day is said, `YYYY-MM`: 2024-03-05, 2024.3.5, 2024/3/5,
 * 20240305, 2024年3月5日, 二〇二四年三月五日, 2024年3月, or a spreadsheet's day number 45356.
 * Undefined for anything else, also for a day that no calendar has.
 */
export function readTextDate(text: string): string | undefined {
  const plain = hanNumbers(text.normalize('NFKC').replace(/\s+/g, '')).replace(
    /(\d{4}[-/.]\d\d?[-/.]\d\d?)[T\d:]*$/,
    '$1',
  )
  const parts =
    /^(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号]?)?$/.exec(plain) ??
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?[.]?$/.exec(plain) ??
    /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(plain)
  if (parts)
    return calendarDay(Number(parts[1]), Number(parts[2]), parts[3] === undefined ? undefined : Number(parts[3]))
  if (!/^\d{4,5}(\.\d+)?$/.test(plain)) return undefined
  const days = Math.floor(Number(plain))
  if (days < DAYS.first || days > DAYS.last) return undefined
  return new Date((days - EPOCH_DAYS) * 86_400_000).toISOString().slice(0, 10)
}

function calendarDay(year: number, month: number, day: number | undefined): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day ?? 1))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === (day ?? 1)
  if (!exists || year < 1000) return undefined
  return date.toISOString().slice(0, day === undefined ? 7 : 10)
}

/** 二〇二四年十二月三十一日 → 2024年12月31日 */
function hanNumbers(text: string): string {
  if (!/[年月日]/.test(text) || !/[〇零○Ｏ一二三四五六七八九十]/.test(text)) return text
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([〇一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(HAN_DIGITS.indexOf(digit)))
}
