import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../library/search/understanding/read-place.ts'

describe('a place in a document', () => {
  it.each([
    ['土地管理法62条', '第六十二条'],
    ['土地管理法 62', '第六十二条'],
    ['土地管理法六十二条', '第六十二条'],
    ['土地管理法第62', '第六十二条'],
    ['中华人民共和国土地管理法第 ６２ 条', '第六十二条'],
    ['《土地管理法》第六十二条第一款', '第六十二条第一款'],
    ['《土地管理法》第62条第（一）项', '第六十二条第（一）项'],
    ['土地管理法62条2款3项', '第六十二条第二款第（三）项'],
    ['土地管理法第六十二条怎么规定的？', '第六十二条'],
    ['土地管理法的第六十二条', '第六十二条'],
  ])('%s is %s', (typed, citation) => {
    expect(readPlace(typed)).toEqual({ titleKey: '土地管理法', headings: ['第六十二条', '第62条'], citation })
  })

  it('may be a provision put in later', () => {
    expect(readPlace('刑法第291条之1')).toEqual({
      titleKey: '刑法',
      headings: ['第二百九十一条之一', '第291条之1', '第291条之一'],
      citation: '第二百九十一条之一',
    })
  })

  it('may be a bare number after what is certainly a statute', () => {
    expect(readPlace('民法典1043')?.headings).toContain('第一千零四十三条')
    expect(readPlace('5G基站2024')).toBeUndefined()
  })

  it.each([
    '',
    '第六十二条',
    '土地管理法',
    '土地管理法62条 处罚',
    '土地管理法第0条',
    '关于5条措施',
    '条'.repeat(20_000),
  ])('is not named by %j', (typed) => {
    expect(readPlace(typed)).toBeUndefined()
  })

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => void readPlace(typed)))
  })
})
