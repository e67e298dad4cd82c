import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIELD_FORMATS } from '../../../library/templates/schema/field-formats.ts'
import type { FieldFormat } from '../../../library/templates/template-schema.ts'

const fault = (format: FieldFormat, value: string) => FIELD_FORMATS[format].fault(value)

/** GB 11643: the check character of 17 digits, computed as ISO 7064 writes it, not as the code does. */
function residentId(digits: string): string {
  let rest = 0
  for (const digit of digits) rest = ((rest + Number(digit)) * 2) % 11
  return `${digits}${'0123456789X'[(12 - rest) % 11]}`
}
const birthDates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const residentIds = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), birthDates, fc.integer({ min: 0, max: 999 }))
  .map(([place, birth, serial]) => residentId(`${place}${birth}${String(serial).padStart(3, '0')}`))

describe('a resident id', () => {
  it('is right with its check character, and wrong with any one character changed or two neighbours swapped', () => {
    fc.assert(
      fc.property(residentIds, fc.nat(17), fc.nat(9), (id, at, digit) => {
        expect(fault('resident-id', id)).toBeUndefined()
        if (String(digit) !== id[at]) {
          expect(fault('resident-id', `${id.slice(0, at)}${digit}${id.slice(at + 1)}`)).toMatch(/校验位|出生日期/)
        }
        const swapped = `${id.slice(0, 2)}${id[3]}${id[2]}${id.slice(4)}`
        if (swapped !== id) expect(fault('resident-id', swapped)).toMatch(/校验位/)
      }),
    )
  })

  it.each([
    [residentId('11010119900230001'), /出生日期 19900230 不是真实的日期/],
    [residentId('11010118000101001'), /出生日期/],
    ['110101900307231', /18 位/],
    ['11010119900307231x', /18 位/],
    ['', /18 位/],
    ['张三', /18 位/],
  ])('%s is not one', (value, sentence) => {
    expect(fault('resident-id', value)).toMatch(sentence)
  })
})

describe('other formats', () => {
  it.each<[FieldFormat, string]>([
    ['social-credit-code', '91350100M000100Y43'],
    ['social-credit-code', '12100000400002259P'],
    ['bank-card', '6222021234567890128'],
    ['bank-card', '4111111111111111'],
    ['mobile-phone', '13800001234'],
    ['phone', '0571-88888888'],
    ['phone', '12345'],
    ['phone', '110'],
    ['phone', '13800001234'],
    ['phone', '400-800-1234'],
    ['phone', '88888888-801'],
    ['postcode', '310000'],
    ['date', '2024-02-29'],
    ['year-month', '2026-11'],
    ['time', '23:59'],
  ])('%s accepts %s', (format, value) => {
    expect(fault(format, value)).toBeUndefined()
  })

  it.each<[FieldFormat, string]>([
    ['social-credit-code', '91350100M000100Y44'],
    ['social-credit-code', '91350100I000100Y43'],
    ['bank-card', '6222021234567890127'],
    ['bank-card', '622202'],
    ['mobile-phone', '12800001234'],
    ['mobile-phone', '1380000123'],
    ['phone', '电话'],
    ['phone', '123'.repeat(9)],
    ['postcode', '31000'],
    ['date', '2026-02-29'],
    ['date', '2026-13-01'],
    ['date', '2026年11月21日'],
    ['year-month', '2026-13'],
    ['time', '24:00'],
  ])('%s refuses %s', (format, value) => {
    expect(fault(format, value)).toMatch(/[\u4e00-\u9fff]/)
  })

  it('answer for any text at once', () => {
    const formats = fc.constantFrom(...(Object.keys(FIELD_FORMATS) as FieldFormat[]))
    fc.assert(
      fc.property(formats, fc.string({ maxLength: 500 }), (format, value) => {
        expect(['string', 'undefined']).toContain(typeof fault(format, value))
      }),
    )
  })
})
