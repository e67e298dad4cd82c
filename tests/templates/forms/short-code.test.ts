import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShortCode, shortCode } from '../../../library/templates/forms/short-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTWXYZ'
const code = fc
  .array(fc.integer({ min: 0, max: ALPHABET.length - 1 }), { minLength: 8, maxLength: 8 })
  .map((values) => shortCode(() => values.shift() ?? 0))
const plain = (text: string) => text.replaceAll('-', '')

describe('a short code', () => {
  it('is read back however it was typed', () => {
    const widths = (text: string) => text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(code, (one) => {
        const spaced = [...plain(one)].join(' ')
        for (const typed of [one, one.toLowerCase(), plain(one), spaced, widths(one), one.replaceAll('-', '－')]) {
          expect(readShortCode(typed)).toBe(one)
        }
        const misread = one.replaceAll('0', 'O').replaceAll('1', 'l')
        expect(readShortCode(misread)).toBe(one)
      }),
    )
  })

  it('is none when one character is another, or two have changed places', () => {
    const place = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(code, place, place, fc.constantFrom(...ALPHABET), (one, at, other, letter) => {
        const letters = [...plain(one)]
        const slip = letters.with(at, letter).join('')
        expect(readShortCode(slip)).toBe(slip === plain(one) ? one : undefined)
        const exchanged = letters
          .with(at, letters[other] ?? '')
          .with(other, letters[at] ?? '')
          .join('')
        expect(readShortCode(exchanged)).toBe(exchanged === plain(one) ? one : undefined)
      }),
    )
  })

  it('is never read out of something else', () => {
    for (const typed of ['', '张三', 'K7QM', '0000-0000-00', 'UUUU-UUUU-U', '\u0000'.repeat(9)]) {
      expect(readShortCode(typed)).toBeUndefined()
    }
  })

  it('hardly ever comes twice', () => {
    const codes = Array.from({ length: 5000 }, () => shortCode())
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(codes.join('').replaceAll('-', ''))).toEqual(new Set(ALPHABET))
  })
})
