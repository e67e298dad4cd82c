const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['仟', '佰', '拾', '']

/**
 * An amount as it stands beside its figures, so that a slip in typing shows: 壹万贰仟叁佰元整. As the document prints it
 * (支付结算办法 附一).
 * @param amount yuan; more than two decimals are rounded
 * @returns empty beyond what is written so (10¹³ and more)
 */
export function amountInWords(amount: number): string {
  const cents = Math.round(Math.abs(amount) * 100)
  if (!Number.isSafeInteger(cents)) return ''
  if (cents === 0) return '零元整'
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor(cents / 10) % 10, cents % 10]
  const parts = [amount < 0 ? '负' : '', yuan > 0 ? `${wholeInWords(yuan)}元` : '']
  if (jiao > 0) parts.push(`${yuan > 0 && yuan % 10 === 0 ? '零' : ''}${DIGITS[jiao]}角`)
  if (fen > 0) parts.push(`${jiao === 0 && yuan > 0 ? '零' : ''}${DIGITS[fen]}分`)
  return `${parts.join('')}${fen === 0 ? '整' : ''}`
}

function wholeInWords(whole: number): string {
  for (const [size, name] of [
    [100_000_000, '亿'],
    [10_000, '万'],
  ] as const) {
    if (whole < size) continue
    const rest = whole % size
    const gap = rest > 0 && rest < size / 10 ? '零' : ''
    return `${wholeInWords(Math.floor(whole / size))}${name}${gap}${rest > 0 ? wholeInWords(rest) : ''}`
  }
  return [...String(whole).padStart(4, '0')]
    .map((digit, place) => (digit === '0' ? '0' : `${DIGITS[Number(digit)]}${PLACES[place]}`))
    .join('')
    .replace(/^0+|0+$/g, '')
    .replace(/0+/g, '零')
}
