import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalDataIn } from '../../../library/stories/gate/check-text.ts'
import { residentIdCheck } from '../../../library/templates/schema/resident-id-check.ts'
import { harmlessTexts, markedTexts } from './marked-texts.ts'

const marked = markedTexts()
const harmless = harmlessTexts()

describe('personal data in a text', () => {
  it('is looked for in a set that says something', () => {
    expect(marked.length).toBeGreaterThanOrEqual(150)
    expect(harmless.length).toBeGreaterThanOrEqual(250)
  })

  it.each(marked)('is found: $code in $text', ({ code, text, quotes }) => {
    const found = personalDataIn(text)
    for (const quote of quotes) {
      const start = text.indexOf(quote)
      const end = start + quote.length
      const one = found.find((finding) => finding.code === code && finding.start <= end && finding.end >= start)
      expect(one, `${quote} in ${JSON.stringify(found)}`).toBeDefined()
      expect(text.slice(one?.start, one?.end)).toBe(one?.quote)
    }
    expect(found.filter((finding) => finding.code !== code)).toEqual([])
  })

  it.each(harmless)('is not seen where there is none: %s', (text) => {
    expect(personalDataIn(text)).toEqual([])
  })

  it('is not seen in what comes with the program, but for a form that shows how an address is written', () => {
    const content = new URL('../../../content/', import.meta.url)
    const found = readdirSync(content, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) =>
        personalDataIn(readFileSync(new URL(name.replaceAll('\\', '/'), content), 'utf8')).map(({ quote }) => quote),
      )
    expect(new Set(found)).toEqual(new Set(['如云溪镇柳湾村三组12号']))
  })

  it('is told, not stopped, where a sentence is about marks of secrecy', () => {
    const severities = ['凡是标“秘密★”的文件都要登记。', '盖着“机密★”的公章', '印有内部资料 注意保存'].map((text) =>
      personalDataIn(text).map(({ code, severity }) => `${code} ${severity}`),
    )
    expect(severities).toEqual([['secrecy should'], ['secrecy should'], ['secrecy should']])
  })

  it('goes away by its repair, which leaves the rest of the text alone', () => {
    for (const { text } of marked) {
      const repaired = personalDataIn(text)
        .filter(({ repair }) => repair !== undefined)
        .toReversed()
        .reduce((all, { start, end, repair }) => all.slice(0, start) + repair?.replacement + all.slice(end), text)
      expect(
        personalDataIn(repaired).filter(({ repair }) => repair !== undefined),
        `${text} → ${repaired}`,
      ).toEqual([])
    }
  })

  it('keeps the beginning and the end of a masked number, and how it was written', () => {
    const repairs = personalDataIn('证号110101199003071233，电话 138 1234 5678，卡6217 0012 3456 7890 122').map(
      ({ repair }) => repair?.replacement,
    )
    expect(repairs).toEqual(['110101********1233', '138 **** 5678', '6217 **** **** ***0 122'])
  })
})

const region = fc.constantFrom('110101', '330624', '511323', '440306', '650102', '230103', '810000')
const birth = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''))
const serial = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))
const residentId = fc.tuple(region, birth, serial).map((parts) => {
  const first = parts.join('')
  return first + residentIdCheck(first)
})
const fullWidth = (text: string) => [...text].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')
const chinese = (text: string) => [...text].map((one) => '〇一二三四五六七八九'[Number(one)] ?? one).join('')
const spread = (by: string) => (text: string) => `${text.slice(0, 6)}${by}${text.slice(6, 14)}${by}${text.slice(14)}`
const way = fc.constantFrom<(text: string) => string>(
  (text) => text,
  fullWidth,
  chinese,
  (text) => [...text].join(' '),
  (text) => text.toLowerCase(),
  ...[' ', '-', '.', '·', '\n', '\u200b', '\u3000', ' \n'].map(spread),
)

describe('a resident id', () => {
  it('is found whoever has it and however it is written', () => {
    fc.assert(
      fc.property(residentId, way, fc.constantFrom('', '他说：', '证号 ', '（', '户主'), (id, write, before) => {
        const written = write(id)
        const found = personalDataIn(`${before}${written}，家里三口人。`)
        expect(found.map(({ code, quote }) => ({ code, quote }))).toEqual([{ code: 'resident-id', quote: written }])
      }),
      { numRuns: 400 },
    )
  })

  it('is not seen in numbers whose check character is another', () => {
    fc.assert(
      fc.property(residentId, fc.integer({ min: 1, max: 9 }), (id, more) => {
        const last = id.at(-1) === 'X' ? 10 : Number(id.at(-1))
        const wrong = (last + more) % 11
        if (wrong === 10) return
        expect(
          personalDataIn(`数字${id.slice(0, 17)}${wrong}号样`).filter(({ code }) => code === 'resident-id'),
        ).toEqual([])
      }),
    )
  })
})

describe('any text', () => {
  it('is looked through in order, without one finding over another, in little time', () => {
    const piece = fc.constantFrom(
      ...'0123456789一二三〇Xx路号村组户住室幢单元★秘密王李同学岁浙A＠@.- \n，微信QQ：',
      '身份证',
      '138',
      '62',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, quote } of personalDataIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end)).toBe(quote)
          last = end
        }
      }),
    )
  })

  it('of a megabyte of one character is answered too', () => {
    for (const character of ['1', '一', '村', '住', 'A', '★', ' ', '\n', 'A.', '1 ', '李']) {
      expect(personalDataIn(character.repeat(20_000))).toBeDefined()
    }
  })
})
