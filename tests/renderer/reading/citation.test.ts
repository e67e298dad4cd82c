import { describe, expect, it } from 'vitest'
import { citation, citedPlace, passagePlace } from '../../../renderer/reading/citation.ts'

describe('citedPlace', () => {
  it.each([
    ['one paragraph', ['第六十二条第一款'], '第六十二条第一款'],
    ['two paragraphs of a provision', ['第六十二条第一款', '第六十二条第二款'], '第六十二条第一款、第二款'],
    [
      'three and more paragraphs',
      ['第六十二条第一款', '第六十二条第二款', '第六十二条第三款'],
      '第六十二条第一款至第三款',
    ],
    [
      'items of a paragraph',
      ['第三条第一款第（一）项', '第三条第一款第（二）项'],
      '第三条第一款第（一）项、第（二）项',
    ],
    [
      'items of a provision',
      ['第三条第（一）项', '第三条第（二）项', '第三条第（三）项'],
      '第三条第（一）项至第（三）项',
    ],
    [
      'a paragraph with its items',
      ['第三条第一款', '第三条第一款第（一）项', '第三条第一款第（二）项'],
      '第三条第一款',
    ],
    ['the ends of two provisions', ['第六十二条第三款', '第六十三条第一款'], '第六十二条第三款、第六十三条第一款'],
    ['several provisions', ['第三条第二款', '第四条', '第五条第一款'], '第三条至第五条'],
    [
      'a provision that was put in later',
      ['第一百二十条之一第一款', '第一百二十条之一第二款'],
      '第一百二十条之一第一款、第二款',
    ],
    [
      'an item and the paragraph after it',
      ['第三条第一款第（八）项', '第三条第二款'],
      '第三条第一款第（八）项、第二款',
    ],
    ['the same paragraph twice', ['第九条', '第九条'], '第九条'],
    ['nothing', [], ''],
  ])('cites %s', (_, cites, place) => {
    expect(citedPlace(cites)).toBe(place)
  })
})

describe('passagePlace', () => {
  it('is the number of a provision', () => {
    expect(passagePlace({ type: 'provision', heading: '第六十二条' })).toBe('第六十二条')
  })

  it('is the heading of a section in quotation marks', () => {
    expect(passagePlace({ type: 'section', heading: '二、申请条件' })).toBe('“二、申请条件”')
  })

  it('is empty for a preamble', () => {
    expect(passagePlace({ type: 'preamble', heading: '' })).toBe('')
  })
})

describe('citation', () => {
  it('names work and place', () => {
    expect(citation('土地管理法', '第六十二条第一款')).toBe('《土地管理法》第六十二条第一款')
  })

  it('adds the words, with marks inside them turned single', () => {
    expect(citation('土地管理法', '第六十二条', '落实“一户一宅”要求。\n 依法办理。')).toBe(
      '《土地管理法》第六十二条：“落实‘一户一宅’要求。依法办理。”',
    )
  })

  it('turns the marks of a work named in the title single', () => {
    expect(citation('关于适用《中华人民共和国民法典》时间效力的若干规定', '第一条')).toBe(
      '《关于适用〈中华人民共和国民法典〉时间效力的若干规定》第一条',
    )
  })

  it('leaves out an empty quotation', () => {
    expect(citation('宪法', '第一条', ' \n ')).toBe('《宪法》第一条')
  })
})
