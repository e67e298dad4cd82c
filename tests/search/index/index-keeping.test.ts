import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openIndexKeeper } from '../../../library/search/catch-up-index.ts'
import { openPassageIndex } from '../../../library/search/index/open-passage-index.ts'
import type { SentenceEncoder } from '../../../library/search/meaning/sentence-encoder.ts'
import { openSearchForReading, openSearchForWriting } from '../../../library/search/open-search-database.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { openSmallLibrary, type SmallLibrary } from '../../items/small-library.ts'

let library: SmallLibrary
let file: string
beforeEach(async () => {
  library = await openSmallLibrary()
  file = `${library.paths.root}/other-search.db`
  await library.add(
    { title: '宅基地办法', body: '第一条　宅基地。\n\n第二条　申请。' },
    { title: '低保办法', alternative: ['最低生活保障办法'], topics: ['社会救助'], body: '第一条　低保。' },
  )
})
afterEach(() => library.close())

const encoderOf = (id: string, value: number): SentenceEncoder => ({
  id,
  dimensions: 16,
  encodePassage: () => new Int8Array(16).fill(value),
  encodeQuery: () => new Int8Array(16).fill(1),
})

/** Brings the index up to date, with each encoder as if the app were started anew, and reads it. */
async function keep(encoder?: SentenceEncoder) {
  const connection = openSearchForWriting(file)
  const keeper = await openIndexKeeper(connection, library.library.db, encoder)
  let done = 0
  for (let left = 1; left > 0; ) {
    const step = await keeper.step(10, new Date())
    done += step.done
    left = step.remaining
  }
  connection.close()
  const reading = openSearchForReading(file)
  const index = openPassageIndex(reading)
  index.refresh()
  const everything = new Uint8Array(index.documents.length).fill(1)
  const { scores } = index.nearest(new Int8Array(16).fill(1), everything, 100)
  const documents = index.documents.map(({ title, alternative, topics, channel }) => ({
    title,
    alternative,
    topics,
    channel,
  }))
  reading.close()
  return { done, similarities: [...scores].map((score) => Math.round(score * 127 ** 2)), documents }
}

describe('the index', () => {
  it('keeps what documents are called and about, and where they came from', async () => {
    const { documents } = await keep()
    expect(documents).toContainEqual({
      title: '低保办法',
      alternative: ['最低生活保障办法'],
      topics: ['社会救助'],
      channel: 'own',
    })
  })

  it('is left as it is while its encoder stays, and made anew for another', async () => {
    expect((await keep(encoderOf('one', 2))).similarities).toEqual([32, 32, 32])
    expect(await keep(encoderOf('one', 3))).toMatchObject({ done: 0, similarities: [32, 32, 32] })
    expect((await keep(encoderOf('two', 3))).similarities).toEqual([48, 48, 48])
    expect((await keep()).similarities).toEqual([])
  })

  it('is made anew from a file of a format before', async () => {
    await keep()
    const connection = openSqlite(file)
    connection.exec("UPDATE meta SET value = '3' WHERE key = 'format'; CREATE TABLE current_index (x)")
    connection.close()
    expect((await keep()).documents).toHaveLength(2)
  })

  it('follows an index that takes the place of another in the same file', async () => {
    await keep()
    const reading = openSearchForReading(file)
    const index = openPassageIndex(reading)
    index.refresh()
    await library.add({ title: '新办法', body: '第一条　宅基地。' })
    await keep(encoderOf('one', 1))
    index.refresh()
    expect(index.documents.map(({ title }) => title).sort()).toEqual(['低保办法', '宅基地办法', '新办法'])
    const everything = new Uint8Array(index.documents.length).fill(1)
    expect(index.matchAll([[{ text: '宅基地' }]], [], everything).passages).toHaveLength(3)
    expect(index.nearest(new Int8Array(16).fill(1), everything, 100).passages).toHaveLength(4)
    reading.close()
  })
})
