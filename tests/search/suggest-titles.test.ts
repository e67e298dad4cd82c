import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSuggester } from '../../library/search/suggest/suggester.ts'
import { emptyVocabulary } from '../../library/search/vocabulary.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

let library: SmallLibrary
const suggester = createSuggester({ vocabulary: () => emptyVocabulary, topics: () => [] })
const suggested = async (typed: string, limit = 8) =>
  (await suggester.suggest(library.library.db, typed, limit)).items.map((one) => one.title)

beforeAll(async () => {
  library = await openSmallLibrary()
  const outcomes = await library.add(
    { title: '宅基地管理办法', body: '文' },
    { title: '农村宅基地审批流程', kind: 'guide', body: '文' },
    { title: '宅基地旧规定', repealedOn: '2001-01-01', body: '文' },
    { title: '中华人民共和国土地管理法', alternative: ['土地法'], body: '文' },
    { title: '鄉村振興條例', body: '文' },
    { title: '收起的宅基地办法', body: '文' },
    { title: '100%补贴_说明', body: '文' },
  )
  await library.writer.putAway(outcomes[5]?.itemId ?? '')
})
afterAll(() => library.close())

describe('titles while typing', () => {
  it('begin with what was typed first, then hold it; those in force before the others; none put away', async () => {
    expect(await suggested('宅基地')).toEqual(['宅基地管理办法', '宅基地旧规定', '农村宅基地审批流程'])
    expect(await suggested('宅')).toContain('宅基地管理办法')
  })

  it.each([
    ['zjd', '宅基地管理办法'],
    ['ZJDGL', '宅基地管理办法'],
    ['土地管理', '中华人民共和国土地管理法'],
    ['《土地', '中华人民共和国土地管理法'],
    ['中华人民共和国土地', '中华人民共和国土地管理法'],
    ['土地法', '中华人民共和国土地管理法'],
    ['乡村振兴', '鄉村振興條例'],
    ['鄉村', '鄉村振興條例'],
    ['100%', '100%补贴_说明'],
    ['贴_说', '100%补贴_说明'],
  ])('are found by %s: %s', async (typed, title) => {
    expect((await suggested(typed))[0]).toBe(title)
  })

  it('are none for nothing, for marks alone and for what is nowhere', async () => {
    for (const typed of ['', ' ', '《》', '%%', '不存在的题目', '\u0000', '"; --'])
      expect(await suggested(typed)).toEqual([])
  })

  it('are no more than asked for', async () => {
    expect(await suggested('宅基地', 1)).toHaveLength(1)
  })
})
