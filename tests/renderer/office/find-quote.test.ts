import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote } from '../../../renderer/office/check/find-quote.ts'
import { pieces } from '../../../renderer/office/check/quoted-pieces.ts'

const paragraphs = ['溪口镇关于开展核查的通知', '由{责任人}负责，溪口镇各村配合。', '溪口镇人民政府']

describe('where a quotation stands in a rendered document', () => {
  it('is the place whose surroundings fit, where the words stand several times', () => {
    expect(findQuote(paragraphs, '溪口镇', '…负责，溪口镇各村配合。')).toEqual({ paragraph: 1, start: 9, end: 12 })
    expect(findQuote(paragraphs, '溪口镇', '溪口镇人民政府')).toEqual({ paragraph: 2, start: 0, end: 3 })
  })

  it('is found although the page breaks its lines and spaces elsewhere', () => {
    expect(findQuote(['联 系\n人：{联系\u00a0人}'], '{联系人}', '联系人：{联系人}')).toEqual({
      paragraph: 0,
      start: 6,
      end: 12,
    })
  })

  it('is nowhere when the words are not on the page, or are only white space', () => {
    expect(findQuote(paragraphs, '瓶窑镇', '瓶窑镇')).toBeUndefined()
    expect(findQuote(paragraphs, ' ', ' ')).toBeUndefined()
  })

  it('always names a stretch that reads as the quotation', () => {
    const text = fc.string({ unit: fc.constantFrom('镇', '村', '甲', ' ', '{', '年'), maxLength: 30 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, text, (all, quote, context) => {
        const found = findQuote(all, quote, context)
        const bare = (words: string) => words.replaceAll(' ', '')
        if (found) expect(bare(all[found.paragraph]?.slice(found.start, found.end) ?? '')).toBe(bare(quote))
        else expect(bare(quote) === '' || !all.some((one) => bare(one).includes(bare(quote)))).toBe(true)
      }),
    )
  })
})

describe('the words around a finding', () => {
  const place = { type: 'document', part: '正文', paragraph: 1, start: 0, end: 3 } as const
  it('come in pieces with the words found apart', () => {
    const given = pieces({ ...place, quote: '瓶窑镇', context: '…由瓶窑镇汇总' })
    expect(given.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')).toBe('…由[瓶窑镇]汇总')
  })

  it('are left out where they do not hold the words', () => {
    expect(pieces({ ...place, quote: '瓶窑镇', context: '别的' })).toEqual([{ at: 0, text: '瓶窑镇', marked: true }])
  })
})
