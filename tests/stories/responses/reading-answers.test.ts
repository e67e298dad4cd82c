import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIdentity } from '../../../library/feedback/sender-identity.ts'
import { countWords } from '../../../library/stories/responses/count-words.ts'
import { feedbackText, openFeedback, signFeedback } from '../../../library/stories/responses/feedback-file.ts'
import { maskPersonalData } from '../../../library/stories/responses/mask-personal-data.ts'
import { readSheetRow, scaleOf } from '../../../library/stories/responses/read-sheet-row.ts'
import type { SheetField } from '../../../library/stories/responses/sheet-fields.ts'

const TODAY = '2026-11-21'
const read = (cells: Partial<Record<SheetField, string>>, scale?: ReturnType<typeof scaleOf>) =>
  readSheetRow(cells, scale, TODAY)
const judged = (useful: string, scale?: ReturnType<typeof scaleOf>) => {
  const found = read({ useful }, scale)
  return typeof found === 'string' ? 'refused' : found[0]?.useful
}

describe('a judgement', () => {
  it.each([
    [['有用', '很有用', '非常满意', '满意', '是', 'A. 有用', '√', '好', '有帮助'], 'yes'],
    [['一般', '部分有用', '有一点', '还行', '基本满意'], 'partly'],
    [['没有用', '没用', '不满意', '非常不满意', '否', '不太有用', '无用', '没有帮助'], 'no'],
    [['看不懂', '张三', '有用没用', '-5', '1e9'], 'refused'],
  ] as const)('%j is %s', (words, expected) => {
    for (const word of words) expect([word, judged(word)]).toEqual([word, expected])
  })

  it('in points is read by the largest of its column', () => {
    expect(scaleOf(['1', '2', '3', ''])).toBe('choice')
    expect([judged('1', 'choice'), judged('3', 'choice')]).toEqual(['yes', 'no'])
    expect(scaleOf(['5', '3分'])).toBe('five')
    expect(scaleOf(['9'])).toBe('ten')
    expect(scaleOf(['85', '60'])).toBe('hundred')
    expect(['4', '3', '2', '7'].map((points) => judged(points, 'five'))).toEqual(['yes', 'partly', 'no', 'refused'])
    expect(judged('★★★★☆')).toBe('yes')
  })
})

describe('a row', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', '有用', '2026-03-05', '希望多一点', '=1+1', '无', '\u0000'),
  )
  const cells = fc.record(
    Object.fromEntries(
      ['story', 'useful', 'text', 'suggestion', 'question', 'error', 'type', 'givenOn', 'post'].map((field) => [
        field,
        cell,
      ]),
    ) as Record<SheetField, typeof cell>,
    { requiredKeys: [] },
  )

  it('is either answers of a day that has been, or a reason', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const found = read(row as Partial<Record<SheetField, string>>)
        if (typeof found === 'string') {
          expect(found).toMatch(/。$/)
          return
        }
        expect(found.length).toBeGreaterThan(0)
        for (const { givenOn, text, useful } of found) {
          expect(givenOn <= TODAY && /^\d{4}-\d\d-\d\d$/.test(givenOn)).toBe(true)
          expect(text !== undefined || useful !== undefined).toBe(true)
        }
        // A judgement counts once, however much was said.
        expect(found.filter(({ useful }) => useful !== undefined).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what somebody wrote', () => {
  it('keeps no number by which they could be found', () => {
    const around = fc.constantFrom('', '我的电话是', '请找老王，', '。谢谢', ' ', '，住在村口', '（晚上）')
    const digit = fc.integer({ min: 0, max: 9 })
    const phone = fc
      .tuple(fc.constantFrom('138', '159', '186'), fc.array(digit, { minLength: 8, maxLength: 8 }))
      .map(([head, rest]) => head + rest.join(''))
    fc.assert(
      fc.property(around, phone, around, (before, number, after) => {
        const { text, says } = maskPersonalData(`${before}${number}${after}`)
        expect(text).not.toContain(number)
        expect(says.length).toBe(1)
        expect(text.startsWith(before) && text.endsWith(after)).toBe(true)
        expect(maskPersonalData(text).text).not.toContain(number.slice(3))
      }),
    )
  })

  it('stays as it is where nothing is personal', () => {
    for (const text of ['字再大一点', '2026年3月5日去看了，修了138米渠', '花了13800元', '']) {
      expect(maskPersonalData(text)).toEqual({ text, says: [] })
    }
  })

  it('is counted once an answer, and only what several say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('清单很清楚', '清单 清单 清单', '我们村', '水渠修得好', '水渠'), { maxLength: 12 }),
        (texts) => {
          const counted = countWords(texts.map((text) => ({ text, month: '2026-03' })))
          const list = texts.filter((text) => text.includes('清单')).length
          expect(counted.find(({ word }) => word === '清单')?.count ?? 0).toBe(list > 1 ? list : 0)
          expect(counted.every(({ count }) => count > 1 && count <= texts.length)).toBe(true)
        },
      ),
    )
  })
})

describe('a feedback file', () => {
  const identity = createIdentity()
  const file = signFeedback(
    {
      ...{ format: 1, type: 'story-feedback', createdAt: '2026-03-05T00:00:00.000Z' },
      sender: { name: '石坪乡', publicKey: identity.publicKey },
      responses: [
        {
          id: 'f0b7fb5a-6b0a-4e0e-8f7d-0f6a7b1c2d3e',
          givenOn: '2026-03-05',
          type: 'opinion',
          useful: 'yes',
          text: '好用',
        },
      ],
    },
    identity,
  )
  const text = feedbackText(file)

  it('is believed as it was signed', () => {
    expect(openFeedback(Buffer.from(text))).toEqual(file)
  })

  it('is believed in nothing when any character of it is another', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '用', '"', ' '), (at, other) => {
        const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`
        const same = () => JSON.stringify(JSON.parse(changed)) === JSON.stringify(JSON.parse(text))
        try {
          openFeedback(Buffer.from(changed))
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^RESPONSE_FILE_/) })
          return
        }
        // Blanks between words are nobody's.
        expect(same()).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
