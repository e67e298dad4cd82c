import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneEdit } from '../../../library/search/understanding/one-edit.ts'
import { createSpeller } from '../../../library/search/understanding/speller.ts'

const TITLES = [
  '中华人民共和国土地管理法',
  '农村宅基地管理暂行办法',
  '村级公益事业建设奖补资金使用细则',
  '最低生活保障审核确认办法',
  '山区河道采砂许可规定',
]
const WORDS = ['宅基地', '审批', '农村危房改造', '不动产登记', '低保', '村民自治', '律师', '长期护理保险']
const speller = createSpeller([...TITLES, ...WORDS])
const best = (word: string) => speller.corrections(word, { most: 1 }).map((one) => [one.word, one.why])[0]

describe('what was mistyped', () => {
  it.each([
    ['在基地审批', '宅基地审批', '音近'],
    ['宅基第', '宅基地', '同音'],
    ['宅基地审皮', '宅基地审批', '同音'],
    ['申请宅鸡地审批', '申请宅基地审批', '同音'],
    ['低宝', '低保', '同音'],
    ['绿师', '律师', '同音'],
    ['掌期护理保险', '长期护理保险', '同音'],
    ['村民自制', '村民自治', '同音'],
    ['农村危房改建', '农村危房改造', '一字之差'],
    ['农村危改造', '农村危房改造', '少一字'],
    ['农村危危房改造', '农村危房改造', '多一字'],
    ['宅地基', '宅基地', '字序颠倒'],
    ['不产动登记', '不动产登记', '字序颠倒'],
    ['土地管里法', '土地管理法', '同音'],
    ['中华人民共合国土地管理法', '土地管理法', '一字之差'],
    ['《農村宅基地管里暂行办法》', '农村宅基地管理暂行办法', '同音'],
    ['𠮷基地', '宅基地', '一字之差'],
  ])('%s was meant as %s: %s', (typed, word, why) => {
    expect(best(typed)).toEqual([word, why])
  })

  it.each(['宅基地', '土地管理法', '', '地', 'zjd', '12:30', '毫不相干', '𠮷𠮷𠮷', '\u0000\u0001'])(
    '%j is left as it is',
    (typed) => {
      expect(speller.corrections(typed, { most: 5 })).toEqual([])
    },
  )

  it('is of two characters put right by its sound alone', () => {
    expect(speller.corrections('低温', { most: 5 })).toEqual([])
  })

  it('gives the term that stands in the place of what was wrong', () => {
    expect(speller.corrections('在基地审批', { most: 1 })[0]?.term).toBe('宅基地')
  })

  it('gives no more than asked for, best first, each once', () => {
    const many = createSpeller(['甲乙丙丁', '甲乙丙戊', '甲乙丙己'])
    const found = many.corrections('甲乙丙庚', { most: 2 }).map((one) => one.word)
    expect(found).toEqual(['甲乙丙丁', '甲乙丙戊'])
  })

  it('in one character of a title finds that title first', () => {
    const slip = fc.record({
      title: fc.constantFrom(...TITLES),
      at: fc.nat(),
      how: fc.constantFrom('wrong', 'extra', 'missing', 'swapped'),
    })
    fc.assert(
      fc.property(slip, ({ title, at, how }) => {
        const short = title.replace('中华人民共和国', '')
        const place = at % (short.length - 1)
        const [before, here, after] = [short.slice(0, place), short[place], short.slice(place + 1)]
        const typed = {
          wrong: `${before}鑫${after}`,
          extra: `${before}${here}鑫${after}`,
          missing: before + after,
          swapped: `${before}${after[0]}${here}${after.slice(1)}`,
        }[how]
        expect(best(typed ?? '')?.[0]).toBe(short)
      }),
    )
  })

  it('never makes it fail, nor breaks a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('在基地', '', '宅基'),
        (text, part) => {
          for (const { word } of speller.corrections(`${text}${part}`, { most: 9 })) {
            expect(word.isWellFormed()).toBe(true)
          }
        },
      ),
    )
  })
})

describe('one edit', () => {
  it.each([
    ['甲乙丙', '甲丁丙', 'wrong', 1],
    ['乙甲丙', '甲乙丙', 'swapped', 0],
    ['甲乙乙丙', '甲乙丙', 'extra', 2],
    ['甲丙', '甲乙丙', 'missing', 1],
  ])('makes %s of %s: %s at %i', (typed, meant, type, at) => {
    expect(oneEdit(typed, meant)).toEqual({ type, at })
  })

  it.each([
    ['甲乙丙', '甲乙丙'],
    ['甲乙丙', '丙乙甲'],
    ['甲', '甲乙丙'],
    ['甲乙', '丙丁'],
  ])('does not make %s of %s', (typed, meant) => {
    expect(oneEdit(typed, meant)).toBeUndefined()
  })
})
