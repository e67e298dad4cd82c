import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoundedRegExp } from '../../../library/templates/schema/bounded-reg-exp.ts'

describe('a pattern of a pack', () => {
  it.each([
    ['^(a+)+$', `${'a'.repeat(40)}!`],
    ['^(a|a)*$', `${'a'.repeat(40)}!`],
    ['^(?:a?){30}a{30}$', 'a'.repeat(29)],
    [`^${'a?'.repeat(40)}${'a'.repeat(40)}$`, 'a'.repeat(39)],
    [`^${'a{0,200}'.repeat(12)}b$`, 'a'.repeat(200)],
    [`${'a*'.repeat(12)}b`, 'a'.repeat(250)],
    ['(.*)\\1\\1\\1b', 'ab'.repeat(5000)],
    ['.*.*x', 'a'.repeat(20_000)],
  ])('%s ends', (pattern, text) => {
    try {
      new BoundedRegExp(pattern, 'u').test(text)
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ERR_SCRIPT_EXECUTION_TIMEOUT')
    }
    // What runs unwatched would take hours, and this test with it.
    expect(new BoundedRegExp('a', 'u').test('a')).toBe(true)
  })

  it('finds what a regular expression finds', () => {
    const patterns = ['^[A-Z]\\d+$', '(a)(b)?', '\\d{2,4}', '^.{0,5}$', '(?:甲|乙)+', 'x*']
    fc.assert(
      fc.property(fc.constantFrom(...patterns), fc.string({ maxLength: 400 }), (pattern, text) => {
        const [bounded, plain] = [new BoundedRegExp(pattern, 'u').exec(text), new RegExp(pattern, 'u').exec(text)]
        expect(bounded && [...bounded, bounded.index]).toEqual(plain && [...plain, plain.index])
      }),
    )
  })

  it('goes on from where it was, as JSONata asks', () => {
    const pattern = new BoundedRegExp(/a./g)
    expect(pattern.exec('a1a2')?.[0]).toBe('a1')
    expect(pattern.lastIndex).toBe(2)
    expect(pattern.exec('a1a2')?.[0]).toBe('a2')
  })
})
