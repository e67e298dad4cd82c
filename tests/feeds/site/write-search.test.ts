import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FeedEdition } from '../../../library/feeds/feed-edition.ts'
import type { SearchShelf } from '../../../library/feeds/site/search/search-format.ts'
import { fold, pairsOf, runsOf, shardOf, termsOf } from '../../../library/feeds/site/search/segment.ts'
import { writeSearch } from '../../../library/feeds/site/search/write-search.ts'
import { siteStories } from '../../../library/feeds/site/site-story.ts'
import { sampleEdition, sampleStory } from './sample-edition.ts'

const noPictures = { put: () => Promise.reject(new Error('none')) }
let edition: FeedEdition
beforeAll(async () => {
  const tell = async (id: string, title: string, body: string) => ({
    issue: 1,
    story: await sampleStory(noPictures, { id, title, body, issue: 1 }),
  })
  edition = sampleEdition([
    await tell('yi', '低保上门', '## 什么情况\n\n低保低保，材料。'),
    await tell('er', 'WiFi 到村', '网线拉到低保户家。'),
  ])
})

/** What a browser would have after loading every file. */
async function load() {
  const { files, shelf } = await writeSearch(siteStories(edition))
  const read = { shelf: undefined as SearchShelf | undefined, sounds: '', shards: new Map<number, string>() }
  const receiver = {
    shelf: (value: SearchShelf) => {
      read.shelf = value
    },
    sounds: (text: string) => {
      read.sounds = text
    },
    shard: (number: number, text: string) => void read.shards.set(number, text),
  }
  for (const { text } of files) new Function('xinhuoSearch', text)(receiver)
  return { ...read, files, path: shelf }
}

describe('the files of a search', () => {
  it('hold each term once, with the stories that have it and where', async () => {
    const { shards, shelf } = await load()
    expect(shelf?.stories.map(({ title }) => title)).toEqual(['WiFi 到村', '低保上门'])
    const lines = [...shards.values()].flatMap((text) => text.split('\n'))
    const terms = lines.map((line) => line.split('\t')[0])
    expect(new Set(terms).size).toBe(terms.length)
    // In the text of the first; in title, topics and twice in the text of the second.
    expect(lines.find((line) => line.startsWith('低保\t'))).toMatch(/^低保\t0(w1x1|x1w1|w1x1),1t1w1x2$/)
    expect(lines.some((line) => line.startsWith('wifi\t'))).toBe(true)
    expect(lines.some((line) => line.startsWith('么情\t'))).toBe(false)
  })

  it('tell words of the vocabulary by their sound, and titles', async () => {
    const { sounds } = await load()
    const [words, titles] = sounds.split('\n\n')
    expect(words?.split('\n')).toContain('低保\tdi bao\t1')
    expect(words?.split('\n')).toContain('高岭村\tgao ling cun')
    expect(titles?.split('\n')).toEqual(['dao cun', 'di bao shang men'])
  })

  it('are named by what is in them, and the same each time', async () => {
    const [one, other] = [await load(), await load()]
    expect(one.files).toEqual(other.files)
    expect(one.path).toMatch(/^search\/shelf-[0-9a-f]{16}\.js$/)
  })
})

describe('cutting text', () => {
  it('finds every pair that somebody types in what was written', () => {
    const han = fc
      .array(fc.constantFrom(...'低保危房改造院坝会'), { minLength: 2, maxLength: 12 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(han, fc.nat(10), fc.nat(10), (text, from, length) => {
        const typed = text.slice(from, from + 2 + length)
        fc.pre([...typed].length >= 2)
        const terms = new Set(termsOf(`前言，${text}。`))
        expect(pairsOf(fold(typed)).every((pair) => terms.has(pair))).toBe(true)
      }),
    )
  })

  it('keeps what begins with a character in one file', () => {
    for (const bits of [0, 3, 9]) expect(shardOf('低保', bits)).toBe(shardOf('低', bits))
    expect(shardOf('低保', 9)).toBeLessThan(512)
  })

  it('tells characters from letters, in any width', () => {
    expect(runsOf(fold('Ｄｂ低保2024年')).map(({ text, han }) => `${text}${han ? '汉' : ''}`)).toEqual([
      'db',
      '低保汉',
      '2024',
      '年汉',
    ])
  })
})
