import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalAmount } from '../../../library/templates/document/capital-amount.ts'
import { chineseDate, hanDate } from '../../../library/templates/document/chinese-date.ts'
import { decimalText } from '../../../library/templates/document/decimal-text.ts'
import { masked } from '../../../library/templates/document/masked.ts'
import { printValue, safeText } from '../../../library/templates/document/print-value.ts'

describe('amounts in capitals', () => {
  it.each([
    [0, '零元整'],
    [1409.5, '壹仟肆佰零玖元伍角整'],
    [6007.14, '陆仟零柒元壹角肆分'],
    [1680.32, '壹仟陆佰捌拾元零叁角贰分'],
    [107000.53, '壹拾万柒仟元零伍角叁分'],
    [16409.02, '壹万陆仟肆佰零玖元零贰分'],
    [325.04, '叁佰贰拾伍元零肆分'],
    [10, '壹拾元整'],
    [0.3, '叁角整'],
    [0.05, '伍分'],
    [100000000, '壹亿元整'],
    [100000001, '壹亿零壹元整'],
    [1200000000000, '壹万贰仟亿元整'],
    [100010001, '壹亿零壹万零壹元整'],
    [1e15, '壹仟万亿元整'],
    [-88.8, '负捌拾捌元捌角整'],
    [1.005, '壹元零壹分'],
    [0.1 + 0.2, '叁角整'],
    [-0.001, '零元整'],
    ['1,234.50', '壹仟贰佰叁拾肆元伍角整'],
    ['￥３００', '叁佰元整'],
  ])('%s is %s', (amount, capitals) => {
    expect(capitalAmount(amount)).toBe(capitals)
  })

  it.each(['三百', '', '12元5角', '1e5', '12345678901234567', Number.NaN, true])('%s is no amount', (value) => {
    expect(capitalAmount(value)).toBeUndefined()
  })

  it('can be read back to the cent, and never hold two 零 together or end in one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }), fc.boolean(), (cents, negative) => {
        const whole = cents / 100n
        const text = `${negative ? '-' : ''}${whole}.${String(cents % 100n).padStart(2, '0')}`
        const capitals = capitalAmount(text) ?? ''
        if (cents > 0n) expect(capitals).not.toMatch(/零零|零[元万亿整]|零$|^零/)
        expect(centsOf(capitals)).toBe(negative ? -cents : cents)
      }),
    )
  })
})

/** Reads an amount in capitals the way an accountant does. */
function centsOf(capitals: string): bigint {
  const [, sign, yuan = '', jiao, fen] = /^(负)?(?:(.*)元)?(?:零?(.)角)?(?:零?(.)分)?整?$/.exec(capitals) ?? []
  const digit = (character: string | undefined) =>
    BigInt(Math.max(0, '零壹贰叁肆伍陆柒捌玖'.indexOf(character ?? '零')))
  const read = (text: string): bigint => {
    for (const [mark, size] of [
      ['亿', 100_000_000n],
      ['万', 10_000n],
      ['仟', 1000n],
      ['佰', 100n],
      ['拾', 10n],
    ] as const) {
      const at = text.lastIndexOf(mark)
      if (at >= 0) return read(text.slice(0, at)) * size + read(text.slice(at + 1))
    }
    return digit(text.replace(/^零+(?=.)/, ''))
  }
  const cents = read(yuan) * 100n + digit(jiao) * 10n + digit(fen)
  return sign ? -cents : cents
}

describe('numbers', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [3e-7, '0.0000003'],
    [1.15 * 100, '115'],
    [-2.5, '-2.5'],
    [-0, '0'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('%s prints as %s', (value, text) => {
    expect(decimalText(value)).toBe(text)
  })

  it('print as they were typed, up to fifteen digits, never with an exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }), (digits, places) => {
        const typed = (digits / 10 ** places).toFixed(places)
        const plain = places === 0 ? typed : typed.replace(/\.?0+$/, '')
        expect(decimalText(Number(typed))).toBe(plain === '-0' ? '0' : plain)
      }),
    )
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(decimalText(value)).toMatch(/^(-?\d+(\.\d+)?)?$/)
      }),
    )
  })

  it.each([
    [1.005, '1.01'],
    [2.675, '2.68'],
    [-1.005, '-1.01'],
    [1234.5, '1234.50'],
    [-0.001, '0.00'],
  ])('money of %s prints as %s', (value, text) => {
    expect(printValue(value, { type: 'number', format: 'money' }, [])).toBe(text)
  })
})

describe('dates', () => {
  it.each([
    ['2026-11-21', '2026年11月21日', '二〇二六年十一月二十一日'],
    ['2026-01-05', '2026年1月5日', '二〇二六年一月五日'],
    ['2026-10-10', '2026年10月10日', '二〇二六年十月十日'],
    ['2026-11', '2026年11月', '二〇二六年十一月'],
  ])('%s is %s and %s', (date, arabic, han) => {
    expect([chineseDate(date), hanDate(date)]).toEqual([arabic, han])
    expect(printValue(date, { type: 'string', format: date.length === 7 ? 'year-month' : 'date' }, [])).toBe(arabic)
  })

  it.each([
    ['年', '2026'],
    ['月', '1'],
    ['日', '5'],
  ])('|%s prints %s alone', (filter, text) => {
    expect(printValue('2026-01-05', { type: 'string', format: 'date' }, [filter])).toBe(text)
  })

  it('that are none print as they were written', () => {
    for (const filter of ['中文', '汉字', '年', '月', '日', '大写']) {
      expect(printValue('明年春天', { type: 'string' }, [filter])).toBe('明年春天')
    }
  })
})

describe('masked values', () => {
  it.each([
    ['110101199003072316', '110101********2316'],
    ['13800001234', '138****1234'],
    ['6222021234567890123', '6222***********0123'],
    ['张三', '张*'],
    ['欧阳小𠮷', '欧**𠮷'],
    ['', ''],
  ])('%s becomes %s', (value, hidden) => {
    expect(masked(value)).toBe(hidden)
  })

  it('keep their length in characters and never show all of two or more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), (value) => {
        const hidden = masked(value)
        expect([...hidden]).toHaveLength([...value].length)
        expect(hidden).toContain('*')
      }),
    )
  })
})

describe('what is printed', () => {
  it('is nothing for what was left open, whatever the filters', () => {
    for (const filters of [[], ['大写'], ['中文', '遮']]) expect(printValue(undefined, undefined, filters)).toBe('')
  })

  it('is 是 or 否 for a switch', () => {
    expect([printValue(true, undefined, []), printValue(false, undefined, [])]).toEqual(['是', '否'])
  })

  it('is always text that XML can hold', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(hostile, (value) => {
        expect(safeText(value)).toMatch(/^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
        expect(safeText(safeText(value))).toBe(safeText(value))
      }),
    )
  })

  it('keeps rare characters and emoji', () => {
    for (const text of ['𠮷', '㙍', '𬌗', '👨‍👩‍👧', '️①', '〇']) expect(safeText(text)).toBe(text)
  })
})
