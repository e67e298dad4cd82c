import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withBlanks } from '../../../library/meetings/paper/blanks.ts'
import type { PaperLine } from '../../../library/meetings/paper/paper-type.ts'

const line = (text: string): PaperLine => ({ runs: [{ text }], level: 0 })
const answersOf = (...texts: string[]) => withBlanks(texts.map(line), 1).answers.map(({ text }) => text)

describe('the words left out of a clause', () => {
  it('are periods, shares and sums first, then who decides, then how it is done', () => {
    expect(answersOf('直接收到的信访事项，当场告知；不能当场告知的，自收到之日起十五日内书面告知信访人。')).toContain(
      '十五日内',
    )
    expect(answersOf('应当由本集体成员的村民会议三分之二以上成员或者三分之二以上村民代表的同意。')).toContain(
      '三分之二以上',
    )
    expect(answersOf('向户籍所在地的乡镇人民政府提出申请。')).toEqual(['乡镇人民政府'])
    expect(answersOf('初审意见应当在村里公示。')).toEqual(['公示'])
  })

  it('are never the number of an article', () => {
    for (const text of ['依照第三十条的规定办理。', '见本法第四十条第二款、第六十二条第三款第一项。', '第十五条之一']) {
      expect(answersOf(text)).toEqual([])
    }
  })

  it('are never a year or a day of the calendar', () => {
    expect(answersOf('该法2025年10月28日修改，2026年1月1日起施行。')).toEqual([])
    expect(answersOf('一般事项至少每季度公布一次，重大事项随时公布。')).toContain('每季度')
  })

  it('begin with what the writer set in bold', () => {
    const done = withBlanks(
      [
        {
          runs: [{ text: '许可事项材料不齐，' }, { text: '一次说清', strong: true }, { text: '，五日内办。' }],
          level: 0,
        },
      ],
      7,
    )
    expect(done.answers).toEqual([{ number: 7, text: '一次说清' }])
  })

  it('are left out once each, some way apart, and leave most of the text', () => {
    const told = answersOf('十日内、十日内、十日内，二十日内，三十日内，六十日内。'.repeat(30))
    expect(new Set(told).size).toBe(told.length)
    expect(told.length).toBeLessThanOrEqual(6)
  })

  it('leave the name in front of a colon', () => {
    expect(answersOf('书面：没有别的。')).toEqual([])
  })
})

describe('any text', () => {
  const runs = fc.array(
    fc.record({
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('十五日内', '书面', '第三十条', '乡镇人民政府', '三分之二以上'),
      ),
      strong: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  const lines = fc.array(fc.record({ runs, level: fc.constant(0) }), { maxLength: 5 })

  it('is whole again once the answers stand in their places, and is always cut in the same way', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 500 }), (given, first) => {
        const done = withBlanks(given, first)
        const textOf = (all: readonly PaperLine[]) => all.map((one) => one.runs.map(({ text }) => text).join(''))
        expect(textOf(done.lines)).toEqual(textOf(given))
        const blanks = done.lines.flatMap((one) => one.runs.filter(({ blank }) => blank !== undefined))
        expect(blanks.map(({ blank }) => blank)).toEqual(done.answers.map(({ number }) => number))
        expect(done.answers.map(({ number }) => number)).toEqual(done.answers.map((_, at) => first + at))
        expect(withBlanks(given, first)).toEqual(done)
      }),
    )
  })
})
