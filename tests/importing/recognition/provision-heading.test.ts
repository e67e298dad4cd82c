import { describe, expect, it } from 'vitest'
import { follows, parseProvisionStart } from '../../../library/importing/recognition/provision-heading.ts'

describe('parseProvisionStart', () => {
  it.each([
    ['第六十二条　农村村民一户只能拥有一处宅基地。', '第六十二条', 62, 0, true],
    ['第六十二条 农村村民', '第六十二条', 62, 0, true],
    ['　　第一条  为了规范', '第一条', 1, 0, true],
    ['第十条之一　国家工作人员', '第十条之一', 10, 1, true],
    ['第 12 条　本办法', '第12条', 12, 0, true],
    ['**第三条** 本条例', '第三条', 3, 0, true],
    ['第一条为了规范管理', '第一条', 1, 0, false],
    ['第五条', '第五条', 5, 0, true],
    ['第六条　有关部门应当互相通报。', '第六条', 6, 0, true],
    ['第七条　第一审人民法院', '第七条', 7, 0, true],
    ['第一百三十三条之一 在道路上', '第一百三十三条之一', 133, 1, true],
  ])('reads “%s”', (text, heading, article, inserted, spaced) => {
    expect(parseProvisionStart(text)).toMatchObject({ heading, number: { article, inserted }, spaced })
  })

  it.each([
    '第十条规定的情形，不适用本办法。',
    '第十条 规定的情形，不适用本办法。',
    '第二百六十四条第二款所称数额较大',
    '第十条、第十一条所列事项',
    '第十条和第十一条',
    '第十条至第十五条',
    '第十条的规定',
    '第十条有关事项另行规定。',
    '第十条所称村民',
    '本法第十条',
    '第十章　附则',
  ])('does not take “%s” for one', (text) => {
    expect(parseProvisionStart(text)).toBeUndefined()
  })
})

describe('follows', () => {
  const at = (article: number, inserted = 0) => ({ article, inserted })

  it('accepts ascending numbers and inserted ones', () => {
    expect(follows(at(9), at(10), false)).toBe(true)
    expect(follows(at(10), at(10, 1), false)).toBe(true)
    expect(follows(at(10, 1), at(11), false)).toBe(true)
  })

  it('accepts a gap only when the number is set apart', () => {
    expect(follows(at(10), at(15), true)).toBe(true)
    expect(follows(at(10), at(15), false)).toBe(false)
  })

  it('refuses going back, unless an annex begins again at one', () => {
    expect(follows(at(20), at(10), true)).toBe(false)
    expect(follows(at(20), at(1), true)).toBe(true)
  })
})
