import type { FeedEdition } from '../../../library/feeds/feed-edition.ts'
import { type PictureShelf, sampleEdition, sampleStory } from '../site/sample-edition.ts'

const noPictures: PictureShelf = { put: () => Promise.reject(new Error('no pictures')) }

/** Two issues of a small column without pictures; the second changes a story, adds one and loses one. */
export async function smallEdition(issue: 1 | 2): Promise<FeedEdition> {
  const tell = async (id: string, title: string, first: number) => ({
    story: await sampleStory(noPictures, { id, title, issue: first }),
    issue: first,
  })
  if (issue === 1) return sampleEdition([await tell('yuanba', '院坝会', 1), await tell('shuiqu', '修水渠', 1)])
  const changed = await tell('yuanba', '院坝会改在晚上开', 1)
  return sampleEdition([changed, await tell('dianding', '点灯', 2)])
}
