const DATE = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?$/
const TIME = /^(\d{1,2}):(\d{2})$/
const HAN_DIGITS = '〇一二三四五六七八九'

/** 2026-11-21 as 2026年11月21日, 2026-11 as 2026年11月, 14:05 as 14时05分; undefined for anything else. */
export function chineseDate(text: string): string | undefined {
  const time = TIME.exec(text)
  if (time) return `${Number(time[1])}时${time[2]}分`
  const date = DATE.exec(text)
  if (!date) return undefined
  const [, year, month, day] = date
  return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}

/** 2026-11-21 as 二〇二六年十一月二十一日 (GB/T 9704-2012 has it in Arabic figures; contracts and seals in Han). */
export function hanDate(text: string): string | undefined {
  const date = DATE.exec(text)
  if (!date) return undefined
  const [, year = '', month, day] = date
  const years = [...year].map((digit) => HAN_DIGITS[Number(digit)]).join('')
  return `${years}年${chineseNumeral(Number(month))}月${day === undefined ? '' : `${chineseNumeral(Number(day))}日`}`
}

/** A part of a date as a number without leading zeros. */
export function partOfDate(text: string, part: 'year' | 'month' | 'day'): string | undefined {
  const date = DATE.exec(text)
  const found = date?.[{ year: 1, month: 2, day: 3 }[part]]
  if (!date) return undefined
  return found === undefined ? '' : String(Number(found))
}

/** A whole number up to 99,999,999 in everyday numerals: 21 as 二十一, 105 as 一百零五. */
export function chineseNumeral(value: number): string {
  if (value === 0) return '零'
  if (value >= 10_000) {
    const rest = value % 10_000
    return `${chineseNumeral(Math.floor(value / 10_000))}万${rest > 0 && rest < 1000 ? '零' : ''}${rest > 0 ? belowTenThousand(rest) : ''}`
  }
  return belowTenThousand(value).replace(/^一十/, '十')
}

function belowTenThousand(value: number): string {
  const places = ['千', '百', '十', '']
  return [...String(value).padStart(4, '0')]
    .map((character, index) =>
      character === '0' ? '0' : `${'零一二三四五六七八九'[Number(character)]}${places[index]}`,
    )
    .join('')
    .replace(/^0+|0+$/g, '')
    .replace(/0+/g, '零')
}
