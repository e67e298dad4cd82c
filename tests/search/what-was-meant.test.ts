import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSearchForReading } from '../../library/search/open-search-database.ts'
import { openPassageSearch, type PassageSearch } from '../../library/search/passage-search.ts'
import { answerGrouped, answerPassages } from '../../library/search/search-answer.ts'
import { createVocabulary } from '../../library/search/vocabulary.ts'
import type { SqliteConnection } from '../../library/store/sqlite-connection.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

let library: SmallLibrary
let connection: SqliteConnection
let search: PassageSearch
beforeAll(async () => {
  library = await openSmallLibrary()
  await library.add(
    {
      title: '中华人民共和国土地管理法',
      issuedOn: '2019-08-26',
      topics: ['土地'],
      body: '第一条　为了加强土地管理。\n\n第六十二条　农村村民一户只能拥有一处宅基地。',
    },
    {
      title: '中华人民共和国土地管理法实施条例',
      issuedOn: '2021-07-02',
      documentNumber: '国务院令第743号',
      body: '第一条　根据《土地管理法》制定。\n\n第六十二条　阻挠征收土地的，依土地管理法处罚，土地管理法，土地管理法。',
    },
    { title: '乡村振兴促进条例', issuedOn: '2022-01-01', body: '第一条　促进乡村振兴。宅基地审批由乡镇办理。' },
    { title: '春耕的故事', kind: 'story', issuedOn: '2023-01-01', body: '老支书带着大家抢种。' },
  )
  connection = openSearchForReading(library.paths.searchDatabase)
  search = openPassageSearch(connection, {
    readVocabulary: () => createVocabulary([{ everyday: '批地', official: ['宅基地'] }]),
    readTopics: () => ['土地'],
  })
})
afterAll(async () => {
  connection.close()
  await library.close()
})
const ask = (typed: string) => answerPassages(search, typed, {}, { limit: 50 })
const grouped = (typed: string) => answerGrouped(search, typed, {}, { limit: 10, offset: 0, sort: 'relevance' })

describe('what nothing holds as typed', () => {
  it.each([
    ['tdglf', '中华人民共和国土地管理法'],
    ['zhrmghgtdglf', '中华人民共和国土地管理法'],
    ['tudiguanlifa', '中华人民共和国土地管理法'],
    ['土地管埋法', '中华人民共和国土地管理法'],
    ['中华人民共和国土地管里法实施条例', '中华人民共和国土地管理法实施条例'],
    ['乡村振兴促近条例', '乡村振兴促进条例'],
  ])('is read as a title: %s', (typed, title) => {
    const { hits, didYouMean } = ask(typed)
    expect(hits[0]?.title).toBe(title)
    expect(hits[0]?.why).toMatch(/^因 /)
    expect(didYouMean?.query).toBe(title)
  })

  it.each([
    ['zjd', '宅基地'],
    ['宅jd', '宅基地'],
    ['宅基第', '宅基地'],
    ['在基地审批', '宅基地审批'],
  ])('is read as a known word: %s', (typed, meant) => {
    const { hits, didYouMean, total } = ask(typed)
    expect(didYouMean?.query).toBe(meant)
    expect(hits.length).toBe(total)
    for (const hit of hits) {
      expect(hit.snippet).toContain('宅基地')
      expect(hit.why).toContain(meant)
    }
  })

  it('is put right word by word', () => {
    const { hits, didYouMean } = ask('zjd 审批')
    expect(didYouMean?.query).toBe('宅基地 审批')
    expect(hits[0]?.title).toBe('乡村振兴促进条例')
  })

  it('is not put right when nothing holds the correction either', () => {
    expect(ask('火星移民').didYouMean).toBeUndefined()
  })

  it('is never preferred to what is there as typed', () => {
    expect(ask('宅基地').didYouMean).toBeUndefined()
    expect(ask('宅基地').hits.every((hit) => hit.why === undefined)).toBe(true)
  })
})

describe('what is named', () => {
  it('by title and provision is the place to jump to, not what cites it', () => {
    for (const typed of ['土地管理法62条', '《土地管理法》第六十二条第一款', '土地管理法 第62条']) {
      const { jump, items } = grouped(typed)
      expect(jump).toMatchObject({ title: '中华人民共和国土地管理法', provision: '第六十二条' })
      expect(items[0]?.title).toBe('中华人民共和国土地管理法')
    }
    expect(grouped('第六十二条').jump).toBeUndefined()
    expect(grouped('宅基地').jump).toBeUndefined()
  })

  it.each(['国务院令第743号', '国务院令743号', '国令第743号'])('by its number comes first: %s', (typed) => {
    expect(ask(typed).hits[0]?.title).toBe('中华人民共和国土地管理法实施条例')
  })
})

describe('filters', () => {
  it('by themselves list what they leave, the newest first', () => {
    expect(grouped('kind:政策').items.map((item) => item.title)).toEqual([
      '乡村振兴促进条例',
      '中华人民共和国土地管理法实施条例',
      '中华人民共和国土地管理法',
    ])
    expect(grouped('topic:土地').items.map((item) => item.title)).toEqual(['中华人民共和国土地管理法'])
    expect(grouped('number:国务院令743号').items).toHaveLength(1)
  })

  it('leave out what is excepted', () => {
    expect(grouped('after:2019 -kind:story -topic:土地').items.map((item) => item.title)).toEqual([
      '乡村振兴促进条例',
      '中华人民共和国土地管理法实施条例',
    ])
  })

  it('that cannot be used are said, and the rest is searched', () => {
    const answer = grouped('宅基地 kind:法律')
    expect(answer.notices).toHaveLength(1)
    expect(answer.items.length).toBeGreaterThan(0)
  })

  it('count topics and channels as facets', () => {
    const { facets } = grouped('土地')
    expect(facets.topic).toEqual([{ value: '土地', count: 1 }])
    expect(facets.channel).toEqual([{ value: 'own', count: expect.any(Number) }])
  })
})
