import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSearchForReading } from '../../library/search/open-search-database.ts'
import { openPassageSearch, type PassageSearch } from '../../library/search/passage-search.ts'
import { answerPassages } from '../../library/search/search-answer.ts'
import { createVocabulary, readVocabulary } from '../../library/search/vocabulary.ts'
import type { SqliteConnection } from '../../library/store/sqlite-connection.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

describe('the vocabulary of the starter channel', () => {
  it('knows what everyday words mean in official texts', () => {
    const vocabulary = readVocabulary()
    expect(vocabulary.of('低保')?.official).toContain('最低生活保障')
    expect(vocabulary.of('最低生活保障')).toBeUndefined()
  })
})

describe('synonyms within a longer text', () => {
  const vocabulary = createVocabulary([
    { everyday: '盖房', official: ['建住宅'] },
    { everyday: '盖房子', official: ['宅基地'] },
    { everyday: '房', official: ['住宅'] },
  ])

  it('takes the longest word and none inside it', () => {
    expect(vocabulary.within('盖房子要什么手续').map((one) => one.everyday)).toEqual(['盖房子'])
  })

  it('takes no single character, which means too much', () => {
    expect(vocabulary.within('房产')).toEqual([])
  })
})

describe('searching with everyday words', () => {
  let small: SmallLibrary
  let connection: SqliteConnection
  let search: PassageSearch
  beforeAll(async () => {
    small = await openSmallLibrary()
    await small.add(
      {
        title: '社会救助办法',
        body: '第一条　国家对困难家庭给予最低生活保障。\n\n第二条　申请最低生活保障，向乡镇提出。',
      },
      { title: '入户记录', body: '第一条　核对低保户的收入。' },
      { title: '规划法', body: '第一条　农村村民建住宅，应当取得乡村建设规划许可证。' },
    )
    const vocabulary = createVocabulary([
      { everyday: '低保', official: ['最低生活保障'] },
      { everyday: '盖房子', official: ['建住宅'] },
    ])
    connection = openSearchForReading(small.paths.searchDatabase)
    search = openPassageSearch(connection, { readVocabulary: () => vocabulary })
  })
  afterAll(async () => {
    connection.close()
    await small.close()
  })
  const found = (typed: string) =>
    answerPassages(search, typed, {}, { limit: 10 }).hits.map(({ title, provision, why }) => ({
      title,
      provision,
      why,
    }))

  it('finds the word as typed first, then its official term with the reason', () => {
    expect(found('低保')).toEqual([
      { title: '入户记录', provision: '第一条', why: undefined },
      { title: '社会救助办法', provision: expect.any(String), why: '因 低保 = 最低生活保障' },
      { title: '社会救助办法', provision: expect.any(String), why: '因 低保 = 最低生活保障' },
    ])
  })

  it('keeps asking for the other words', () => {
    expect(found('低保 申请').map((hit) => hit.provision)).toEqual(['第二条'])
  })

  it('takes a phrase in quotation marks as it stands', () => {
    expect(found('"低保"').map((hit) => hit.title)).toEqual(['入户记录'])
  })

  it('answers a question by the official term', () => {
    expect(found('盖房子要什么手续')[0]).toEqual({ title: '规划法', provision: '第一条', why: '因 盖房子 = 建住宅' })
  })

  it('marks the official term in the snippet', () => {
    const [, hit] = answerPassages(search, '低保', {}, { limit: 2 }).hits
    expect(hit?.marks.map(([from, to]) => hit.snippet.slice(from, to))).toContain('最低生活保障')
  })
})
