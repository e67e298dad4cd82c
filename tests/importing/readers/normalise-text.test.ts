import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseMarkdown, normaliseText } from '../../../library/importing/readers/normalise-text.ts'

describe('normaliseText', () => {
  it('writes line ends as LF and letters in NFC', () => {
    expect(normaliseText('a\r\nb\rcafe\u0301')).toBe('a\nb\ncafé')
  })

  it('removes characters that are not seen', () => {
    expect(normaliseText('宅\u200b基\ufeff地\u202e\u0000')).toBe('宅基地')
  })

  it('leaves no half of a character', () => {
    expect(normaliseText('甲\uD800乙')).toBe('甲\uFFFD乙')
  })

  it('writes radicals that stand for characters as those characters', () => {
    expect(normaliseText('⽤⽔')).toBe('用水')
  })
})

describe('normaliseMarkdown', () => {
  it('takes trailing spaces away and keeps the line break they made', () => {
    expect(normaliseMarkdown('甲  \n乙 \n丙')).toBe('甲\\\n乙\n丙')
  })

  it('leaves one blank line where there were more, and none at the ends', () => {
    expect(normaliseMarkdown('\n\n甲\n\n\n乙\n\n')).toBe('甲\n\n乙')
  })

  it('keeps blank lines within code', () => {
    expect(normaliseMarkdown('```\na\n\n\nb\n```')).toBe('```\na\n\n\nb\n```')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', ' ', '\n', '\r', '`', '\\', '#', '|', '>', '-', '\u3000', '\u200b') }),
        (text) => {
          const once = normaliseMarkdown(text)
          expect(normaliseMarkdown(once)).toBe(once)
        },
      ),
    )
  })
})
