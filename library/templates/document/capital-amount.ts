import type { CellValue } from '../template-schema.ts'
import { decimalText, roundPlain } from './decimal-text.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['仟', '佰', '拾', '']

/**
 * An amount of yuan in capitals (会计基础工作规范 第五十二条, 支付结算办法 附一): 壹仟肆佰零玖元伍角整. 整 follows 元
 * and 角, never 分; 零 stands once for zeros between digits, and between 元 and 分.
 * @returns undefined for what is no amount, or has more than 16 digits before the point
 */
export function capitalAmount(value: CellValue): string | undefined {
  const plain = plainAmount(value)
  if (plain === undefined) return undefined
  const [whole = '0', fraction = '00'] = roundPlain(plain.digits, 2).split('.')
  if (whole.length > 16) return undefined
  const yuan = wholeInCapitals(BigInt(whole))
  const [jiao = '0', fen = '0'] = fraction
  if (yuan === '' && jiao === '0' && fen === '0') return '零元整'
  const parts = [plain.negative ? '负' : '', yuan && `${yuan}元`]
  if (jiao !== '0') parts.push(`${yuan !== '' && whole.endsWith('0') ? '零' : ''}${digit(jiao)}角`)
  if (fen !== '0') parts.push(`${jiao === '0' && yuan !== '' ? '零' : ''}${digit(fen)}分`)
  return `${parts.join('')}${fen === '0' ? '整' : ''}`
}

function plainAmount(value: CellValue): { negative: boolean; digits: string } | undefined {
  const text =
    typeof value === 'number'
      ? decimalText(value)
      : String(value)
          .normalize('NFKC')
          .replace(/[,\s¥元]/g, '')
  const match = /^(-?)(\d+(?:\.\d+)?)$/.exec(text)
  return match ? { negative: match[1] === '-', digits: match[2] ?? '0' } : undefined
}

/** Empty for zero. */
function wholeInCapitals(whole: bigint): string {
  for (const [size, name] of [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ] as const) {
    if (whole < size) continue
    const rest = whole % size
    const gap = rest > 0n && rest < size / 10n ? '零' : ''
    return `${wholeInCapitals(whole / size)}${name}${gap}${wholeInCapitals(rest)}`
  }
  return belowTenThousand(whole)
}

function belowTenThousand(whole: bigint): string {
  const digits = [...whole.toString().padStart(4, '0')]
  return digits
    .map((character, index) => (character === '0' ? '0' : `${digit(character)}${PLACES[index]}`))
    .join('')
    .replace(/^0+|0+$/g, '')
    .replace(/0+/g, '零')
}

const digit = (character: string) => DIGITS[Number(character)] ?? ''
