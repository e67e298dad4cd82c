import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumber } from '../../../library/items/chinese-number.ts'
import { QuizQuestion } from '../../../library/meetings/learning/path.schema.ts'
import { canBeAsked, isRight } from '../../../renderer/learning/quiz/check-answer.ts'
import { normalisedBlank } from '../../../renderer/learning/quiz/normalised-blank.ts'

const question = (given: object) => QuizQuestion.parse({ id: 'q1', ask: '问', ...given })

describe('a blank', () => {
  it.each([
    ['30日', '三十日'],
    ['３０ 日', '三十日。'],
    ['20个工作日', '二十个工作日'],
    ['第62条', '第六十二条'],
    ['一百零八户', '108户'],
    ['两年', '2年'],
    ['二〇二四年', '2024年'],
    ['3万元', '30,000元'],
    ['三万元', '30000元'],
    ['1.5万元', '15000元'],
    ['40%', '百分之四十'],
    ['“一户一宅”', '一户一宅'],
    ['ABC', 'abc'],
    ['村民 会议', '村民会议'],
    ['《土地管理法》', '土地管理法'],
  ])('takes “%s” for “%s”', (given, answer) => {
    expect(isRight(question({ type: 'blank', answers: [answer] }), [given])).toBe(true)
  })

  it.each([
    ['13日', '三十日'],
    ['三十', '三十日'],
    ['二三日', '23日'],
    ['三万五', '30005'],
    ['一百五', '105'],
    ['万一', '1'],
    ['', '。'],
    ['百分之四', '40%'],
    ['>30', '30'],
  ])('does not take “%s” for “%s”', (given, answer) => {
    expect(isRight(question({ type: 'blank', answers: [answer] }), [given])).toBe(false)
  })

  it('takes any of the ways that count', () => {
    const either = question({ type: 'blank', answers: ['村民会议', '村民代表会议'] })
    expect([isRight(either, ['村民代表会议']), isRight(either, ['村委会']), isRight(either, [])]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('reads every number as statutes write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        expect(normalisedBlank(`${chineseNumber(number)}日`)).toBe(`${number}日`)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same in full width, with spaces and with marks around it', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'村民会议一二三十百千万〇两0359,.%abXY') }), (text) => {
        expect(normalisedBlank(`“ ${[...wide(text)].join(' ')} ”。`)).toBe(normalisedBlank(text))
      }),
    )
  })
})

describe('choices', () => {
  const options = [
    { id: 'a', text: '甲', right: true },
    { id: 'b', text: '乙' },
    { id: 'c', text: '丙', right: true },
  ]

  it('are right when all of the right ones and none of the others are taken', () => {
    const several = question({ type: 'multiple', options })
    const given = [['a', 'c'], ['c', 'a'], ['a'], ['a', 'b', 'c'], []]
    expect(given.map((one) => isRight(several, one))).toEqual([true, true, false, false, false])
  })

  it('of which one is to be taken are right with any that is', () => {
    const one = question({ type: 'single', options })
    expect([['a'], ['c'], ['b'], []].map((given) => isRight(one, given))).toEqual([true, true, false, false])
  })

  it('between right and wrong go by what is so', () => {
    const wrong = question({ type: 'judgement', isTrue: false })
    expect([['false'], ['true'], []].map((given) => isRight(wrong, given))).toEqual([true, false, false])
  })
})

describe('a question that is not finished', () => {
  it.each([
    [{ type: 'single', ask: '' }],
    [{ type: 'single', options: [{ id: 'a', text: '甲', right: true }] }],
    [
      {
        type: 'multiple',
        options: [
          { id: 'a', text: '甲' },
          { id: 'b', text: '乙' },
        ],
      },
    ],
    [{ type: 'judgement' }],
    [{ type: 'blank', answers: [' 。'] }],
  ])('is not asked: %j', (given) => {
    expect(canBeAsked(question(given))).toBe(false)
  })

  it('is asked once it has an answer', () => {
    expect(canBeAsked(question({ type: 'judgement', isTrue: false }))).toBe(true)
    expect(canBeAsked(question({ type: 'blank', answers: ['三十日'] }))).toBe(true)
  })
})
