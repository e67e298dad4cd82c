import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerPassages } from '../../library/search/search-answer.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

let library: SmallLibrary
beforeAll(async () => {
  library = await openSmallLibrary()
  await library.add(
    { title: '甲办法', body: '第一条　水渠由村里看管。' },
    { title: '乙办法', body: '第一条　水渠由镇上看管。' },
    { title: '丙办法', body: '第一条　水渠由谁看管另定。' },
  )
})
afterAll(() => library.close())

it.each(['甲办法', '乙办法', '丙办法'])('what an office’s own model finds near comes first: %s', (title) => {
  const similarityOf = (passages: Uint32Array) =>
    Float32Array.from(passages, (passage) => (library.search.documentOf(passage).title === title ? 0.9 : 0.1))
  const { hits } = answerPassages(library.search, '水渠坏了怎么办？', {}, { limit: 3, similarityOf })
  expect(hits).toHaveLength(3)
  expect(hits[0]?.title).toBe(title)
})

it('passages it has not read keep the place that the rest gives them', () => {
  const without = answerPassages(library.search, '水渠归谁看管？', {}, { limit: 3 }).hits.map((hit) => hit.title)
  const similarityOf = (passages: Uint32Array) => new Float32Array(passages.length).fill(Number.NaN)
  const unread = answerPassages(library.search, '水渠归谁看管？', {}, { limit: 3, similarityOf })
  expect(unread.hits.map((hit) => hit.title)).toEqual(without)
})
