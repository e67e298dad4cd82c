import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import type { FeedEdition } from '../../../library/feeds/feed-edition.ts'
import type { FeedEntry } from '../../../library/feeds/feed-view.ts'
import { syndicate } from '../../../library/feeds/syndication/syndicate.ts'
import { childrenOf, faultsOfAtom, parseXml, textOf } from './check-atom.ts'
import { correctionOf, editionOf, entryOf, PICTURE, URI, withdrawalOf } from './edition.ts'
import { JSON_FEED_SCHEMA } from './json-feed-schema.ts'

const pathOf = (entry: FeedEntry) => `stories/${entry.storyId ?? 'issue'}.html`
const pictureOf = (sha256: string) =>
  sha256 === PICTURE ? { path: 'pictures/渠 边.jpg', mediaType: 'image/jpeg', size: 1234 } : undefined
const write = (edition: FeedEdition) =>
  new Map(syndicate(edition, pathOf, pictureOf).map(({ path, text }) => [path, text]))
const isJsonFeed = new Ajv2020({
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, uri: /^https?:\/\/[^\s]+$/ },
}).compile(JSON_FEED_SCHEMA)

const FEW = editionOf([
  { title: '修水渠', body: '## 什么情况\n\n塌了一段。', themes: ['乡村振兴'], picture: true },
  { title: '少填表', body: '合并了**三张**表。' },
])
const many = (count: number) =>
  editionOf(Array.from({ length: count }, (_, index) => ({ title: `故事${index + 1}`, body: `第${index + 1}个。` })))

describe('a column as feeds', () => {
  it('writes the same bytes for the same edition', () => {
    expect(syndicate(FEW, pathOf, pictureOf)).toEqual(syndicate(structuredClone(FEW), pathOf, pictureOf))
    expect([...write(FEW).keys()]).toEqual(['feed.rss', 'feed.atom', 'feed.json', 'columns.opml'])
  })

  it('is read alike by a feed reader and by the parsers of each format', async () => {
    const files = write(FEW)
    for (const file of ['feed.rss', 'feed.atom']) {
      const feed = await new Parser().parseString(files.get(file) ?? '')
      expect(feed.title).toBe('身边的办法')
      expect(feed.items.map(({ title }) => title)).toEqual(['少填表', '修水渠'])
      expect(feed.items[0]?.['content:encoded'] ?? feed.items[0]?.content).toContain('<strong>三张</strong>')
    }
    const rss = parseRssFeed(files.get('feed.rss') ?? '')
    const atom = parseAtomFeed(files.get('feed.atom') ?? '')
    const json = parseJsonFeed(files.get('feed.json') ?? '')
    expect(rss.items?.map(({ guid }) => guid)).toEqual(
      [2, 1].map((number) => ({ value: `${URI}/story/gushi-${number}`, isPermaLink: false })),
    )
    expect(atom.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id))
    expect(atom.id).toBe(URI)
  })

  it('is valid Atom and valid JSON Feed', () => {
    const files = write(FEW)
    expect(faultsOfAtom(files.get('feed.atom') ?? '')).toEqual([])
    isJsonFeed(JSON.parse(files.get('feed.json') ?? ''))
    expect(isJsonFeed.errors).toBeNull()
  })

  it('names pictures as enclosures with their size, and shows them in the text', () => {
    const files = write(FEW)
    const rss = parseRssFeed(files.get('feed.rss') ?? '')
    expect(rss.items?.[1]?.enclosures).toEqual([
      { url: 'pictures/%E6%B8%A0%20%E8%BE%B9.jpg', length: 1234, type: 'image/jpeg' },
    ])
    const json = JSON.parse(files.get('feed.json') ?? '')
    expect(json.items[1].content_html).toContain('<img src="pictures/%E6%B8%A0%20%E8%BE%B9.jpg" alt="渠边"')
    expect(json.items[1].attachments).toEqual([
      { url: 'pictures/%E6%B8%A0%20%E8%BE%B9.jpg', mime_type: 'image/jpeg', size_in_bytes: 1234 },
    ])
    expect([...syndicate(FEW, pathOf)].some(({ text }) => text.includes('pictures/'))).toBe(false)
  })

  it('links relatively where the column has no address, and wholly where it has one', () => {
    expect(parseRssFeed(write(FEW).get('feed.rss') ?? '').items?.[0]?.link).toBe('stories/gushi-2.html')
    const site = { theme: 'paper' as const, videoLimit: 50, address: 'https://shiping.example/lan/index.html?a#b' }
    const files = write({ ...FEW, definition: { ...FEW.definition, site } })
    const rss = parseRssFeed(files.get('feed.rss') ?? '')
    expect(rss.items?.[0]?.link).toBe('https://shiping.example/lan/stories/gushi-2.html')
    expect(rss.atom?.links).toMatchObject([{ rel: 'self', href: 'https://shiping.example/lan/feed.rss' }])
    const json = JSON.parse(files.get('feed.json') ?? '')
    expect(json.feed_url).toBe('https://shiping.example/lan/feed.json')
    expect(json.items[1].image).toBe('https://shiping.example/lan/pictures/%E6%B8%A0%20%E8%BE%B9.jpg')
    expect(faultsOfAtom(files.get('feed.atom') ?? '')).toEqual([])
  })

  it('lists all columns of the office in the OPML, those without an address by name', () => {
    const { body } = parseOpml(write(FEW).get('columns.opml') ?? '')
    expect(body?.outlines?.map(({ text, xmlUrl }) => [text, xmlUrl])).toEqual([
      ['身边的办法', 'feed.rss'],
      ['咱们<村>里的事', 'https://shiping.example/cun/feed.rss'],
      ['头一年', undefined],
    ])
  })
})

describe('a withdrawal', () => {
  const first = entryOf(1, '修水渠')
  const edition: FeedEdition = {
    ...editionOf(
      [
        { title: '修水渠', body: '要撤下的正文' },
        { title: '少填表', body: '还在的正文' },
      ],
      { later: [withdrawalOf(first, 3, '数字有误')] },
    ),
  }

  it('leaves a tombstone and an entry in Atom, and takes the text out of every feed', () => {
    const files = write(edition)
    const atom = files.get('feed.atom') ?? ''
    expect(faultsOfAtom(atom)).toEqual([])
    const feed = parseXml(atom).documentElement
    const [stone] = feed ? childrenOf(feed, 'deleted-entry', 'http://purl.org/atompub/tombstones/1.0') : []
    expect(stone?.getAttribute('ref')).toBe(first.id)
    expect(feed && childrenOf(feed, 'entry').map((entry) => textOf(entry, 'title'))).toEqual(['撤回：修水渠', '少填表'])
    for (const text of files.values()) expect(text).not.toContain('要撤下的正文')
  })

  it('is told under the story’s own id where a format knows no tombstones', () => {
    const files = write(edition)
    const rss = parseRssFeed(files.get('feed.rss') ?? '')
    const gone = rss.items?.find(({ guid }) => guid?.value === first.id)
    expect(gone?.title).toBe('已撤回：修水渠')
    expect(gone?.content?.encoded).toContain('已经撤回')
    const json = JSON.parse(files.get('feed.json') ?? '') as { items: { id: string; date_modified: string }[] }
    expect(json.items.find(({ id }) => id === first.id)?.date_modified).toBe(edition.entries[0]?.publishedAt)
  })
})

describe('many entries', () => {
  it('stay in one document while they are few', () => {
    expect([...write(many(50)).keys()]).toEqual(['feed.rss', 'feed.atom', 'feed.json', 'columns.opml'])
  })

  it('go into archives that never change once the next one has begun', () => {
    const before = write(many(120))
    const after = write(many(163))
    for (const file of ['feed-archive-0001.atom', 'feed-archive-0002.atom']) {
      expect(before.get(file)).toBeDefined()
      expect(after.get(file)).toBe(before.get(file))
    }
    expect(after.get('feed-archive-0001.json')).toBe(before.get('feed-archive-0001.json'))
    expect(after.get('feed-archive-0003.atom')).not.toBe(before.get('feed-archive-0003.atom'))
  })

  it('are all met by whoever follows the links, from the newest back and from the oldest on', () => {
    const files = write(many(163))
    const linkOf = (file: string, rel: string) => {
      const feed = parseXml(files.get(file) ?? '').documentElement
      const links = feed ? childrenOf(feed, 'link') : []
      return links.find((link) => link.getAttribute('rel') === rel)?.getAttribute('href') ?? undefined
    }
    const idsIn = (file: string) => {
      const feed = parseXml(files.get(file) ?? '').documentElement
      return feed ? childrenOf(feed, 'entry').map((entry) => textOf(entry, 'id')) : []
    }
    const walk = (start: string, rel: string) => {
      const met = new Set<string>()
      const documents: string[] = []
      for (let file: string | undefined = start; file !== undefined; file = linkOf(file, rel)) {
        documents.push(file)
        for (const id of idsIn(file)) met.add(id)
      }
      return { met: met.size, documents }
    }
    expect(walk('feed.atom', 'prev-archive')).toMatchObject({ met: 163, documents: { length: 4 } })
    expect(walk('feed.atom', 'next').met).toBe(163)
    expect(walk('feed-archive-0001.atom', 'next-archive').met).toBe(163)
    expect(linkOf('feed-archive-0002.atom', 'current')).toBe('feed.atom')
    for (const [file, text] of files) if (file.endsWith('.atom')) expect(faultsOfAtom(text), file).toEqual([])
  })

  it('are met on the pages of the JSON Feed', () => {
    const files = write(many(163))
    const ids = new Set<string>()
    for (let file: string | undefined = 'feed.json'; file !== undefined; ) {
      const page = JSON.parse(files.get(file) ?? '') as { items: { id: string }[]; next_url?: string }
      expect(isJsonFeed(page)).toBe(true)
      for (const { id } of page.items) ids.add(id)
      file = page.next_url
    }
    expect(ids.size).toBe(163)
  })

  it('tell a story of an archive again when it was corrected, under its own id', () => {
    const told = editionOf(
      Array.from({ length: 120 }, (_, index) => ({ title: `故事${index + 1}`, body: `正文${index + 1}号。` })),
      { later: [correctionOf(entryOf(7, '故事7'), 121, '人数改为四十')] },
    )
    const feed = parseXml(write(told).get('feed.atom') ?? '').documentElement
    const entries = feed ? childrenOf(feed, 'entry') : []
    expect(textOf(entries[0] as (typeof entries)[0], 'title')).toBe('更正：故事7')
    expect(entries[0] && textOf(entries[0], 'content')).toContain('人数改为四十')
    expect(entries.map((entry) => textOf(entry, 'id'))).toContain(`${URI}/story/gushi-7`)
    expect(faultsOfAtom(write(told).get('feed.atom') ?? '')).toEqual([])
  })

  it('lose the text of a story from its archive when it is withdrawn', () => {
    const edition = editionOf(
      Array.from({ length: 120 }, (_, index) => ({ title: `故事${index + 1}`, body: `正文${index + 1}号。` })),
      { later: [withdrawalOf(entryOf(7, '故事7'), 121, '不能再看')] },
    )
    const files = write(edition)
    const archive = files.get('feed-archive-0001.atom') ?? ''
    expect(archive).not.toContain('正文7号')
    expect(archive).toContain(`ref="${URI}/story/gushi-7"`)
    expect(faultsOfAtom(archive)).toEqual([])
  })
})

describe('hostile text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      ']]>&amp;<![CDATA[',
      '</title><entry>',
      '<img src=x onerror=alert(1)>',
      '"><svg/onload=alert(1)>',
      '&#x0;&#8;&nbsp;',
      '\u0000\u0008\uffff\ud800',
      '<!-- --><?xml?>',
      '[点](javascript:alert(1)) ![x](http://evil.example/p.gif)',
      '</feed></rss>',
    ),
  )

  it('breaks no format, runs nowhere and leads nowhere', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, body, note) => {
        const edition = editionOf(
          [
            { title: `题${title}`, body, themes: [`类${note}`], picture: true },
            { title: `又${note}`, body: title },
          ],
          {
            definition: { title: `栏${title}`.slice(0, 80).trim() || '栏', subtitle: note.slice(0, 200).trim() },
            later: [withdrawalOf(entryOf(2, `又${note}`), 3, note)],
          },
        )
        const files = write(edition)
        expect(faultsOfAtom(files.get('feed.atom') ?? '')).toEqual([])
        expect(parseRssFeed(files.get('feed.rss') ?? '').items).toHaveLength(3)
        expect(parseOpml(files.get('columns.opml') ?? '').body?.outlines).toHaveLength(3)
        parseXml(files.get('feed.rss') ?? '')
        parseXml(files.get('columns.opml') ?? '')
        const json = JSON.parse(files.get('feed.json') ?? '')
        expect(isJsonFeed(json)).toBe(true)
        for (const { content_html } of json.items as { content_html: string }[]) {
          expect(content_html).not.toMatch(
            /<(script|svg|iframe|object|style)\b|<[^>]+\son\w+=|href="?javascript:|src="?http/i,
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the words of a title as they are', async () => {
    const title = '《“<b>三资</b>”管理》& 其他 ]]> 的事'
    const files = write(editionOf([{ title, body: '正文。' }]))
    const rss = await new Parser().parseString(files.get('feed.rss') ?? '')
    const atom = await new Parser().parseString(files.get('feed.atom') ?? '')
    expect(rss.items[0]?.title).toBe(title)
    expect(atom.items[0]?.title).toBe(title)
  })
})
