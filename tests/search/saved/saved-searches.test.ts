import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorResponse } from '../../../library/http/error-response.ts'
import { listRecentSearches } from '../../../library/search/saved/recent-searches.repository.ts'
import { savedSearchRoutes, searchGapRoutes } from '../../../library/search/saved/saved.routes.ts'
import type { GapsFile, SavedSearch, SearchGap } from '../../../library/search/saved/saved-view.ts'
import { openSmallLibrary, type SmallLibrary } from '../../items/small-library.ts'

let library: SmallLibrary
beforeEach(async () => {
  library = await openSmallLibrary()
})
afterEach(() => library.close())

const access = () => ({
  db: library.library.db,
  get search(): never {
    throw new Error('keeping searches looks nothing up')
  },
  get blobs(): never {
    throw new Error('keeping searches needs no blobs')
  },
  clock: () => new Date('2026-03-04T05:06:07Z'),
})
const json = (method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

describe('saved searches', () => {
  const ask = async <T>(path: string, init?: RequestInit) => {
    const response = await savedSearchRoutes(access(), library.writer).request(path, init)
    return { status: response.status, body: (await response.json()) as T }
  }
  const save = async (name: string) =>
    (await ask<SavedSearch>('/', json('POST', { name, address: `q=${encodeURIComponent(name)}` }))).body

  it('keep their name, address and order', async () => {
    const [first, second, third] = [await save('低保'), await save('宅基地'), await save('春耕')]
    expect((await ask<SavedSearch[]>('/')).body.map((saved) => saved.name)).toEqual(['低保', '宅基地', '春耕'])
    await ask('/order', json('PUT', { ids: [third?.id, first?.id, 'nobody'] }))
    expect((await ask<SavedSearch[]>('/')).body.map((saved) => saved.name)).toEqual(['春耕', '低保', '宅基地'])
    expect(second?.address).toBe(`q=${encodeURIComponent('宅基地')}`)
  })

  it('are renamed, remember what was seen, and go', async () => {
    const { id } = await save('低保')
    expect((await ask<SavedSearch>(`/${id}`, json('PATCH', { name: '低保政策', seenTotal: 7 }))).body).toMatchObject({
      name: '低保政策',
      seenTotal: 7,
    })
    await ask(`/${id}`, { method: 'DELETE' })
    expect((await ask<SavedSearch[]>('/')).body).toEqual([])
  })

  it.each([{ name: '', address: 'q=a' }, { name: '甲', address: '' }, { name: '甲' }, {}])(
    'are refused without a name or an address: %j',
    async (body) => {
      const routes = savedSearchRoutes(access(), library.writer).onError((error, c) => errorResponse(c, error))
      expect((await routes.request('/', json('POST', body))).status).toBe(400)
      expect((await ask<SavedSearch[]>('/')).body).toEqual([])
    },
  )
})

describe('recent searches', () => {
  it('are the latest fifty, each once, the newest first', async () => {
    for (let i = 0; i < 55; i++) await library.writer.touchRecentSearch(`词${i}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await library.writer.touchRecentSearch('词20')
    const recent = await listRecentSearches(library.library.db)
    expect(recent).toHaveLength(50)
    expect(recent[0]?.query).toBe('词20')
    expect(new Set(recent.map((one) => one.query)).size).toBe(50)
  })

  it('are forgotten one by one or all together', async () => {
    for (const query of ['甲', '乙', '丙']) await library.writer.touchRecentSearch(query)
    await library.writer.forgetRecentSearches('乙')
    expect((await listRecentSearches(library.library.db)).map((one) => one.query).sort()).toEqual(['丙', '甲'].sort())
    await library.writer.forgetRecentSearches(undefined)
    expect(await listRecentSearches(library.library.db)).toEqual([])
  })
})

describe('noted gaps', () => {
  const ask = async <T>(path: string, init?: RequestInit) =>
    (await (await searchGapRoutes(access(), library.writer).request(path, init)).json()) as T

  it('hold what was looked for and why, and are edited and deleted', async () => {
    const { id } = await ask<SearchGap>('/', json('POST', { query: '殡葬补贴', note: '村民来问' }))
    await ask(`/${id}`, json('PATCH', { note: '王村村民来问' }))
    expect(await ask<SearchGap[]>('/')).toEqual([
      { id, query: '殡葬补贴', note: '王村村民来问', notedAt: '2026-03-04T05:06:07.000Z' },
    ])
    await ask(`/${id}`, { method: 'DELETE' })
    expect(await ask<SearchGap[]>('/')).toEqual([])
  })

  it('leave in a file that says what it is, as often as wanted, and are marked', async () => {
    await ask('/', json('POST', { query: '殡葬补贴', note: '' }))
    for (let time = 0; time < 2; time++) {
      const file = await ask<GapsFile>('/export')
      expect(file).toMatchObject({ format: 'xinhuo-search-gaps', version: 1 })
      expect(file.gaps.map((gap) => gap.query)).toEqual(['殡葬补贴'])
    }
    expect((await ask<SearchGap[]>('/'))[0]?.exportedAt).toBe('2026-03-04T05:06:07.000Z')
  })

  it('are never noted by searching', async () => {
    await library.add({ title: '低保办法', body: '第一条　低保。' })
    const { answerPassages } = await import('../../../library/search/search-answer.ts')
    answerPassages(library.search, '什么也没有的词语', {}, { limit: 5 })
    expect(await ask<SearchGap[]>('/')).toEqual([])
  })
})
