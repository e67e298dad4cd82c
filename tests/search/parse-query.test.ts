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
    ['after:20230507 before:202308', { after: '2023-05-07', before: '2023-08-31' }],
    ['date:2023', { after: '2023-01-01', before: '2023-12-31' }],
    ['日期：2020..2023-05', { after: '2020-01-01', before: '2023-05-31' }],
    ['自:二〇二三年 之前:2024/2/29', { after: '2023-01-01', before: '2024-02-29' }],
    ['类别：政策，文书', { kinds: ['policy', 'template'] }],
    ['種類：故事', { kinds: ['story'] }],
    ['kind:policy kind:guide', { kinds: ['policy', 'guide'] }],
    ['时效:现行,失效', { validities: ['in-force', 'expired'] }],
    ['主题：宅基地，土地管理', { topics: ['宅基地', '土地管理'] }],
    ['topic:"农村 建房"', { topics: ['农村 建房'] }],
    ['频道:县局', { channels: ['县局'] }],
    ['发文机关：国务院,民政部', { issuer: '国务院,民政部' }],
    ['文号：国发〔2024〕12 号', { documentNumber: '国发〔2024〕12 号' }],
    ['number:国发2024 12号 低保', { documentNumber: '国发2024 12号' }],
    ['-kind:story -主题:信访', { except: { kinds: ['story'], topics: ['信访'] } }],
    ['-in-force', { except: { validities: ['in-force'] } }],
    ['-issuer:国务院 低保', { except: { issuer: '国务院' } }],
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

  it.each([
    ['国发2024 12号', ['国发〔2024〕12号']],
    ['低保 国发[2024]12 号', ['低保', '国发〔2024〕12号']],
    ['國發（２０２４）第12號', ['国发〔2024〕12号']],
    ['2024 12号', ['2024', '12号']],
  ])('%j is searched as documents print their numbers: %j', (typed, expected) => {
    expect(words(typed)).toEqual(expected)
  })

  it('of filters alone is a query', () => {
    expect(parseQuery('kind:政策 after:2023')).toMatchObject({
      words: [],
      notices: [],
      filters: { kinds: ['policy'], after: '2023-01-01' },
    })
  })

  it.each([
    ['kind:狗 低保', 'kind:狗', '没有“狗”这种类别，有政策、文书、故事、指南，已按一般字词查找。'],
    ['类别：政策，狗', '类别：政策，狗', '没有“狗”这种类别，有政策、文书、故事、指南，已按一般字词查找。'],
    ['validity:x', 'validity:x', '没有“x”这种时效，有现行、尚未生效、已修改、已废止、失效，已按一般字词查找。'],
    ['after:昨天', 'after:昨天', '“昨天”不是能用的日期，可写 2023、2023-05 或 2023-05-01，已按一般字词查找。'],
    [
      'before:2023-02-30',
      'before:2023-02-30',
      '“2023-02-30”不是能用的日期，可写 2023、2023-05 或 2023-05-01，已按一般字词查找。',
    ],
    ['issuer: 国务院', 'issuer:', '“issuer:”后面没有写内容，已按一般字词查找。'],
    ['低保 "一户一宅', '"一户一宅', '引号只有一边，已把后面的当作一整句查找。'],
    ['？！…', '？！…', '没有可以查找的字词。'],
    ['-五保', '-五保', '只写了要排除的，请再写上要找的字词。'],
    ['低保 -after:2023', '-after:2023', '日期不能用减号排除，请用 after: 或 before:，已略去这一项。'],
    ['低保 -文号:国发12号', '-文号:国发12号', '文号不能用减号排除，已略去这一项。'],
    ['Topik:土地', 'Topik:土地', expect.stringContaining('没有“topik:”这个筛选')],
    ['宅'.repeat(401), '宅'.repeat(12), '输入太长，只用了前 400 个字。'],
  ])('%j is answered with a notice on %j', (typed, part, message) => {
    expect(parseQuery(typed).notices).toEqual([{ typed: part, message }])
  })

  it.each(['低保', '12:30', 'http://example.cn/a', '通知：关于低保', 'c:', '"一户一宅"', '', ' ', '低保-五保'])(
    'has nothing to say about %j',
    (typed) => {
      expect(parseQuery(typed).notices).toEqual([])
    },
  )

  it.each(['怎么申请低保', '盖房子要什么手续？', '能不能翻建', '孤儿有没有补助', '我家的老房子塌了想要重新盖一间'])(
    'knows %j for a question',
    (typed) => {
      expect(parseQuery(typed).question).toBe(true)
    },
  )

  it.each(['低保', '宅基地 审批', '土地管理法'])('knows %j for words', (typed) => {
    expect(parseQuery(typed).question).toBe(false)
  })

  it('is understood, never refused, whatever was typed, and always in the same way', () => {
    const syntax = fc.constantFrom(
      '"',
      '-',
      'kind:',
      '类别：',
      'after:',
      ' ',
      '𠮷',
      '\u0000',
      "'; DROP TABLE",
      'NEAR(',
      '*',
      '第',
      '条',
      '9',
      '〔',
      '号',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc
        .array(fc.oneof(syntax, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 200 })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text)
        expect(parseQuery(text)).toEqual(query)
        for (const notice of query.notices) expect(text.toWellFormed().normalize('NFC')).toContain(notice.typed)
      }),
    )
  })

  it('looks at no more than the beginning of 20,000 characters', () => {
    for (const part of ['𠮷', '"', '-', '第1', '国发2024 ', '第 ', 'kind:', '\u0000', '(（']) {
      const query = parseQuery(part.repeat(20_000 / part.length))
      expect(query.words.length + query.excluded.length).toBeLessThanOrEqual(400)
      expect(query.notices.length).toBeGreaterThan(0)
    }
  })
})
