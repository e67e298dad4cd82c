import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSuggester } from '../../../library/search/suggest/suggester.ts'
import { createVocabulary, readTopics } from '../../../library/search/vocabulary.ts'
import { openSmallLibrary, type SmallLibrary } from '../../items/small-library.ts'

let library: SmallLibrary
const vocabulary = createVocabulary([{ everyday: '危房', official: ['农村危房改造'] }])
const suggester = createSuggester({ vocabulary: () => vocabulary, topics: () => ['宅基地', '危房改造'] })
const suggest = (typed: string, limit = 8) => suggester.suggest(library.library.db, typed, limit)
const items = async (typed: string) => (await suggest(typed)).items.map(({ title, why }) => [title, why])

beforeAll(async () => {
  library = await openSmallLibrary()
  await library.add(
    { title: '中华人民共和国土地管理法', body: '第一条　总则。\n\n第六十二条　一户一宅。' },
    { title: '宅基地审批流程', kind: 'guide', body: '文' },
    { title: '关于做好农村危房改造工作的通知', documentNumber: '国发〔2024〕12号', body: '文' },
  )
})
afterAll(() => library.close())

describe('suggestions', () => {
  it.each(['土地管理法 62', '《土地管理法》第六十二条第一款', 'tdglf62条'])(
    'lead from %s to the provision',
    async (typed) => {
      expect((await suggest(typed)).items[0]).toMatchObject({
        title: '中华人民共和国土地管理法',
        anchor: '第六十二条',
        provision: '第六十二条',
      })
    },
  )

  it('offer no provision that is not there', async () => {
    expect((await suggest('土地管理法 63')).items.every((item) => item.anchor === undefined)).toBe(true)
  })

  it.each(['国发2024 12号', '国发〔2024〕12 号', '国发12号', '国发2024'])(
    'find a document by its number %s',
    async (typed) => {
      expect(await items(typed)).toContainEqual(['关于做好农村危房改造工作的通知', '文号'])
    },
  )

  it.each([
    ['zjd', '宅基地审批流程', '拼音'],
    ['宅jd', '宅基地审批流程', '拼音'],
    ['zaijidi', '宅基地审批流程', '读音相近'],
    ['危房', '关于做好农村危房改造工作的通知', undefined],
    ['宅基第审批流程', '宅基地审批流程', '同音'],
    ['宅基地 流程', '宅基地审批流程', undefined],
    ['kind:guide 宅基地', '宅基地审批流程', undefined],
  ])('for %s are %s', async (typed, title, why) => {
    expect((await items(typed))[0]).toEqual([title, why])
  })

  it('keep to the kind that was typed', async () => {
    expect(await items('kind:policy 宅基地')).toEqual([])
  })

  it('offer words worth searching for, with the reason', async () => {
    expect((await suggest('危房')).terms[0]).toEqual({
      term: '农村危房改造',
      type: 'word',
      why: '因 危房 = 农村危房改造',
    })
    expect((await suggest('zjd')).terms).toEqual([{ term: '宅基地', type: 'topic', why: '拼音' }])
  })

  it('see what was added and put away since', async () => {
    const [added] = await library.add({ title: '村务公开目录', body: '文' })
    expect(await items('村务公开')).toHaveLength(1)
    await library.writer.putAway(added?.itemId ?? '')
    expect(await items('村务公开')).toEqual([])
  })

  it('are none for what means nothing, and never fail', async () => {
    for (const typed of ['', ' ', '？！', '\u0000', '𠮷', '"; --', 'NEAR(', '宅'.repeat(20_000), '-', 'kind:狗'])
      expect((await suggest(typed)).items).toEqual([])
  })
})

it('the topics of the starter channel have names', () => {
  expect(readTopics()).toContain('宅基地')
})
