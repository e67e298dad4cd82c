const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/**
 * An amount as it is written beside its figures, so that a slip in typing shows: 壹万贰仟叁佰元整.
 * @param amount yuan; more than two decimals are rounded
 * @returns empty beyond what is written so (10¹⁵ and more)
 */
export function amountInWords(amount: number): string {
  const cents = Math.round(Math.abs(amount) * 100)
  if (!Number.isSafeInteger(cents) || Math.abs(amount) >= 1e15) return ''
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor(cents / 10) % 10, cents % 10]
  const whole = yuan > 0 ? `${wholeInWords(yuan)}元` : ''
  const rest = (jiao > 0 ? `${DIGITS[jiao]}角` : fen > 0 && yuan > 0 ? '零' : '') + (fen > 0 ? `${DIGITS[fen]}分` : '')
  const words = whole + rest || '零元'
  return (amount < 0 && cents > 0 ? '负' : '') + words + (fen === 0 ? '整' : '')
}

function wholeInWords(yuan: number): string {
  let words = ''
  let rest = yuan
  let gap = false
  for (let group = 0; rest > 0; group++) {
    const four = rest % 10_000
    rest = Math.floor(rest / 10_000)
    if (four === 0) {
      gap = words !== ''
      continue
    }
    words = fourInWords(four) + GROUPS[group] + (gap && !words.startsWith('零') ? '零' : '') + words
    gap = false
    if (rest > 0 && four < 1000) words = `零${words}`
  }
  return words
}

function fourInWords(four: number): string {
  let words = ''
  let zero = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10
    if (digit === 0) zero = words !== ''
    else {
      words += (zero ? '零' : '') + DIGITS[digit] + PLACES[place]
      zero = false
    }
  }
  return words
}
