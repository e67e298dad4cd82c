import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithOrigin } from '../../library/search/han-text.ts'
import { pairColumn, singleColumn, tokenRuns } from '../../library/search/tokens.ts'

describe('folding', () => {
  it.each([
    ['鄉村振興', '乡村振兴'],
    ['臺灣', '台湾'],
    ['ＡＢｃ１２３', 'abc123'],
    ['２０２４年　１月', '2024年 1月'],
    ['㎡', 'm2'],
    ['（一）', '(一)'],
    ['Émile', 'émile'],
    ['𠮷野家', '𠮷野家'],
    ['ﬁ', 'fi'],
  ])('takes %s for %s', (typed, folded) => {
    expect(foldText(typed)).toBe(folded)
  })

  it('is the same with and without its way back, and of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldWithOrigin(text)
        expect(folded.text).toBe(foldText(text))
        expect(folded.origin.length).toBe(folded.text.length + 1)
        expect(folded.origin.at(-1)).toBe(text.length)
      }),
      { numRuns: 500 },
    )
  })

  it('leads every unit back to the beginning of the character it came from', () => {
    const { text, origin } = foldWithOrigin('𠮷㎡鄉')
    expect(text).toBe('𠮷m2乡')
    expect([...origin]).toEqual([0, 0, 2, 2, 3, 4])
  })
})

describe('tokens', () => {
  it.each([
    ['宅基地管理', '宅基 基地 地管 管理'],
    ['房', '房'],
    ['国发〔2024〕12号', '国发 2024 12 号'],
    ['低保，申请', '低保 申请'],
    ['A类人员', 'a 类人 人员'],
    ['𠮷野家', '𠮷野 野家'],
    ['吃𰻞𰻞面', '吃𰻝 𰻝𰻝 𰻝面'],
    ['佛教々会', '佛教 教々 々会'],
    ['😀村👨‍👩‍👧务', '村 务'],
    ['covid-19', 'covid 19'],
    ['३४ क्षेत्र', '३४ क्षेत्र'],
    ['"*^():{}-+', ''],
  ])('of %s are %s', (text, tokens) => {
    expect(pairColumn(foldText(text))).toBe(tokens)
  })

  it('have each Han character once for searching a single one', () => {
    expect(singleColumn('农村农业𠮷a1')).toBe('农 村 业 𠮷')
  })

  it('hold every letter and digit of a text, and nothing that the index would read as syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text.toWellFormed())
        const runs = tokenRuns(folded)
        expect(runs.map((run) => run.text).join('')).toBe(folded.replace(/[^\p{L}\p{N}\p{M}\p{Script=Han}]/gu, ''))
        expect(pairColumn(folded)).toMatch(/^[\p{L}\p{N}\p{M}\p{Script=Han} ]*$/u)
      }),
      { numRuns: 500 },
    )
  })
})
