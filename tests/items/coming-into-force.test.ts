import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { compareItem } from '../../library/items/compare-item.ts'
import { findHistory, findItemContent, requireItem, viewItem } from '../../library/items/item-queries.ts'
import { listItems } from '../../library/items/items.repository.ts'
import { answerPassages } from '../../library/search/search-answer.ts'
import { openSmallLibrary, type SmallLibrary } from './small-library.ts'

let library: SmallLibrary
const on = (day: string) => vi.setSystemTime(new Date(`${day}T12:00:00`))
const db = () => library.library.db
const now = () => new Date()

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  on('2024-06-15')
  library = await openSmallLibrary()
  await library.add(
    { identifier: 'banfa', title: '走访办法', issuedOn: '2019-01-01', body: '第一条　每月走访一次。' },
    {
      identifier: 'banfa',
      title: '走访工作办法',
      issuedOn: '2024-05-01',
      effectiveFrom: '2024-07-01',
      body: '第一条　每周走访一次。',
    },
    {
      identifier: 'linshi',
      title: '临时措施',
      issuedOn: '2024-01-01',
      expiresOn: '2024-06-30',
      body: '第一条　临时。',
    },
  )
})
afterEach(async () => {
  await library.close()
  vi.useRealTimers()
})

const summary = async () =>
  (await listItems(db(), { sort: 'title', limit: 10, offset: 0 })).items.map(({ title, validity }) => [title, validity])
const found = (typed: string) =>
  answerPassages(library.search, typed, {}, { limit: 10 }).hits.map((hit) => [hit.title, hit.validity])

describe('a revision that is not yet in force', () => {
  it('waits beside the one in force', async () => {
    expect(await summary()).toEqual([
      ['临时措施', 'in-force'],
      ['走访办法', 'in-force'],
    ])
    expect((await findHistory(db(), 'banfa', now())).map(({ validity, current }) => [validity, current])).toEqual([
      ['not-yet', false],
      ['in-force', true],
    ])
  })

  it('becomes current on its day, in lists, in reading and in search', async () => {
    on('2024-06-30')
    expect(await library.writer.arrangeDueItems()).toBe(0)
    on('2024-07-01')
    expect(await library.writer.arrangeDueItems()).toBe(2)
    await library.catchUp()
    expect(await summary()).toEqual([
      ['临时措施', 'expired'],
      ['走访工作办法', 'in-force'],
    ])
    expect((await findItemContent(db(), 'banfa', undefined, now())).content.body).toBe('第一条　每周走访一次。')
    expect(found('每周走访')).toEqual([['走访工作办法', 'in-force']])
    expect(found('"每月走访"').some(([title]) => title === '走访办法')).toBe(false)
    expect(await library.writer.arrangeDueItems()).toBe(0)
  })

  it('becomes current too when the machine was off on its day', async () => {
    on('2025-01-01')
    expect(await library.writer.arrangeDueItems()).toBe(2)
    expect((await summary())[1]).toEqual(['走访工作办法', 'in-force'])
  })

  it('does not bring back an item that was put away', async () => {
    await library.writer.putAway('banfa')
    on('2024-07-01')
    await library.writer.arrangeDueItems()
    expect(await summary()).toEqual([['临时措施', 'expired']])
    await library.writer.bringBack('banfa')
    expect((await summary())[1]).toEqual(['走访工作办法', 'in-force'])
  })
})

describe('reading an item', () => {
  it('shows the current revision, or the one asked for by its hash or the beginning of it', async () => {
    const history = await findHistory(db(), 'banfa', now())
    const view = await viewItem(db(), 'banfa', undefined, now())
    expect(view).toMatchObject({ title: '走访办法', current: true, revisions: 2, validity: 'in-force' })
    const other = await viewItem(db(), 'banfa', history[0]?.revision.slice(0, 8), now())
    expect(other).toMatchObject({ title: '走访工作办法', current: false, validity: 'not-yet' })
    await expect(viewItem(db(), 'banfa', 'abc', now())).rejects.toMatchObject({ code: 'REVISION_NOT_FOUND' })
  })

  it('compares the current revision with the one before it, or any two', async () => {
    on('2024-07-01')
    const { from, to, summary: counts, passages } = await compareItem(db(), 'banfa', {}, now())
    expect([from.title, to.title]).toEqual(['走访办法', '走访工作办法'])
    expect(counts).toEqual({ added: 0, removed: 0, changed: 1, same: 0 })
    expect(
      passages[0]?.words
        .filter((word) => word.type === 'added')
        .map((word) => word.text)
        .join(''),
    ).toContain('周')
    const back = await compareItem(db(), 'banfa', { from: to.revision, to: from.revision }, now())
    expect([back.from.title, back.to.title]).toEqual(['走访工作办法', '走访办法'])
  })

  it('says whether an item is put away or was never there', async () => {
    await library.writer.putAway('banfa')
    await expect(requireItem(db(), 'banfa')).rejects.toMatchObject({ code: 'ITEM_PUT_AWAY' })
    await expect(requireItem(db(), 'nothing')).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
  })
})
