import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../library/search/search-query.ts'

const words = (typed: string) => parseQuery(typed).words.map((word) => (word.phrase ? `“${word.text}”` : word.text))
const excluded = (typed: string) => parseQuery(typed).excluded.map((word) => word.text)
const filters = (typed: string) => parseQuery(typed).filters

describe('a query', () => {
  it.each([
    ['低保 申请', ['低保', '申请']],
    ['低保　申请', ['低保', '申请']],
    ['  低保\t低保\n', ['低保']],
    ['"一户 一宅"', ['“一户 一宅”']],
    ['“一户一宅”', ['“一户一宅”']],
    ['「一户一宅」', ['“一户一宅”']],
    ['"一户一宅', ['“一户一宅”']],
    ['低保"五保', ['低保', '“五保”']],
    ['""', []],
    ['', []],
    ['？！…—', []],
    ['鄉村振興', ['乡村振兴']],
    ['abc:def', ['abc:def']],
  ])('%j means the words %j', (typed, expected) => {
    expect(words(typed)).toEqual(expected)
  })

  it.each([
    ['第62条', ['第六十二条']],
    ['62条', ['第六十二条']],
    ['第 62 条', ['第六十二条']],
    ['第６２条第１款', ['第六十二条']],
    ['第六十二条第一款', ['第六十二条']],
    ['第六十二条第二款第（三）项', ['第六十二条']],
    ['第291条之1', ['第二百九十一条之一']],
    ['第二百九十一条之一', ['第二百九十一条之一']],
    ['土地管理法62条', ['土地管理法', '第六十二条']],
    ['土地管理法第六十二条第一款', ['土地管理法', '第六十二条']],
    ['62条第一款', ['第六十二条']],
    ['第110条', ['第一百一十条']],
    ['第0条', ['第0条']],
    ['3条腿的凳子', ['3条腿的凳子']],
    ['共计12345条', ['共计12345条']],
  ])('%j goes to the provision: %j', (typed, expected) => {
    expect(words(typed)).toEqual(expected)
  })

  it('leaves a quoted phrase as it was typed', () => {
    expect(words('"依照第六十二条规定"')).toEqual(['“依照第六十二条规定”'])
  })

  it.each([
    ['低保 -五保', ['五保']],
    ['低保 －五保', ['五保']],
    ['低保 -"一户 一宅"', ['一户 一宅']],
    ['低保 -第62条', ['第六十二条']],
    ['-', []],
    ['低保 - 五保', []],
    ['低保-五保', []],
  ])('%j leaves out %j', (typed, expected) => {
    expect(excluded(typed)).toEqual(expected)
  })

  it.each([
    ['kind:policy 低保', { kinds: ['policy'] }],
    ['KIND:Story', { kinds: ['story'] }],
    ['kind：政策', { kinds: ['policy'] }],
    ['in-force 低保', { validities: ['in-force'] }],
    ['in-force:true', { validities: ['in-force'] }],
    ['validity:repealed', { validities: ['repealed'] }],
    ['validity:已废止', { validities: ['repealed'] }],
    ['issuer:国务院', { issuer: '国务院' }],
    ['issuer:"国务院 办公厅"', { issuer: '国务院 办公厅' }],
    ['after:2023', { after: '2023-01-01' }],
    ['before:2023', { before: '2023-12-31' }],
    ['after:2023-5', { after: '2023-05-01' }],
    ['before:2023-05', { before: '2023-05-31' }],
    ['after:2023年5月 before:2023.6.7', { after: '2023-05-01', before: '2023-06-07' }],
  ])('%j limits to %j', (typed, expected) => {
    expect(filters(typed)).toEqual(expected)
  })

  it.each([
    'kind:狗',
    'after:昨天',
    'before:2023-13',
    'issuer:',
    'validity:x',
    'in-force:maybe',
    'topic:',
    'topik:土地',
  ])('takes %j for words when it is no filter', (typed) => {
    expect(filters(typed)).toEqual({})
    expect(words(typed).length).toBe(1)
  })

  it.each(['怎么申请低保', '盖房子要什么手续？', '能不能翻建', '孤儿有没有补助', '我家的老房子塌了想要重新盖一间'])(
    'knows %j for a question',
    (typed) => {
      expect(parseQuery(typed).question).toBe(true)
    },
  )

  it.each(['低保', '宅基地 审批', '土地管理法'])('knows %j for words', (typed) => {
    expect(parseQuery(typed).question).toBe(false)
  })

  it('is understood, never refused, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        expect(() => parseQuery(typed)).not.toThrow()
      }),
    )
  })
})
