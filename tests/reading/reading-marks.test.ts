import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findNote, listFavourites, listNotes, listRecent } from '../../library/reading/reading.repository.ts'
import { openSmallLibrary, type SmallLibrary } from '../items/small-library.ts'

let library: SmallLibrary
let law = ''
let guide = ''
beforeEach(async () => {
  library = await openSmallLibrary()
  const added = await library.add(
    { title: '土地管理法', body: '第一条　甲。\n\n第六十二条　乙。' },
    { title: '怎么办低保', kind: 'guide', body: '带上身份证。' },
  )
  law = added[0]?.itemId ?? ''
  guide = added[1]?.itemId ?? ''
})
afterEach(() => library.close())

const db = () => library.library.db
const later = () => new Promise((resolve) => setTimeout(resolve, 5))
const note = (id: string, itemId: string, at: string) => ({
  id,
  itemId,
  anchor: '第六十二条',
  revision: 'a'.repeat(64),
  text: '村里问得多',
  createdAt: at,
  updatedAt: at,
})

describe('favourites', () => {
  it('are items and passages, the latest first, each once', async () => {
    await library.writer.saveFavourite(law, '')
    await later()
    await library.writer.saveFavourite(law, '第六十二条')
    await library.writer.saveFavourite(law, '')
    const favourites = await listFavourites(db())
    expect(favourites.map(({ title, anchor }) => [title, anchor])).toEqual([
      ['土地管理法', '第六十二条'],
      ['土地管理法', ''],
    ])
  })

  it('go away one by one', async () => {
    await library.writer.saveFavourite(law, '')
    await library.writer.saveFavourite(law, '第六十二条')
    await library.writer.deleteFavourite(law, '')
    expect((await listFavourites(db())).map((one) => one.anchor)).toEqual(['第六十二条'])
  })

  it('are hidden with an item that is put away, and back with it', async () => {
    await library.writer.saveFavourite(law, '')
    await library.writer.putAway(law)
    expect(await listFavourites(db())).toEqual([])
    await library.writer.bringBack(law)
    expect((await listFavourites(db())).length).toBe(1)
  })

  it('name the item by its present title and validity', async () => {
    await library.writer.saveFavourite(law, '')
    await library.add({ identifier: law, title: '土地管理法（新）', repealedOn: '2020-01-01', body: '第一条　丙。' })
    expect(await listFavourites(db())).toMatchObject([{ title: '土地管理法（新）', validity: 'repealed' }])
  })
})

describe('notes', () => {
  it('are kept with the revision that was read, the latest change first', async () => {
    await library.writer.insertNote(note('1', law, '2024-01-01T00:00:00.000Z'))
    await library.writer.insertNote(note('2', guide, '2024-01-02T00:00:00.000Z'))
    expect((await listNotes(db(), undefined)).map((one) => one.id)).toEqual(['2', '1'])
    await library.writer.updateNote('1', '改过')
    expect((await listNotes(db(), undefined)).map((one) => one.id)).toEqual(['1', '2'])
    expect(await findNote(db(), '1')).toMatchObject({
      text: '改过',
      title: '土地管理法',
      revision: 'a'.repeat(64),
      createdAt: '2024-01-01T00:00:00.000Z',
    })
    expect((await listNotes(db(), guide)).map((one) => one.id)).toEqual(['2'])
  })

  it('stay when a new revision of the item comes, and when the item is put away', async () => {
    await library.writer.insertNote(note('1', law, '2024-01-01T00:00:00.000Z'))
    await library.add({ identifier: law, title: '土地管理法', body: '第一条　丙。' })
    await library.writer.putAway(law)
    expect((await listNotes(db(), law)).map((one) => one.title)).toEqual(['土地管理法'])
  })

  it('go away when deleted', async () => {
    await library.writer.insertNote(note('1', law, '2024-01-01T00:00:00.000Z'))
    await library.writer.deleteNote('1')
    expect(await findNote(db(), '1')).toBeUndefined()
  })
})

describe('recently read', () => {
  it('has each item once, at the place last open, the latest first', async () => {
    await library.writer.touchRecent(law, '第一条')
    await later()
    await library.writer.touchRecent(guide, '')
    await later()
    await library.writer.touchRecent(law, '第六十二条')
    const recent = await listRecent(db(), 20)
    expect(recent.map(({ title, anchor }) => [title, anchor])).toEqual([
      ['土地管理法', '第六十二条'],
      ['怎么办低保', ''],
    ])
  })

  it('remembers the last fifty items and no count of anything', async () => {
    const outcomes = await library.add(
      ...Array.from({ length: 60 }, (_, at) => ({ title: `办法${at}`, body: `第${at}` })),
    )
    for (const { itemId } of outcomes) {
      await library.writer.touchRecent(itemId, '')
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    const rows = await db().selectFrom('recent').selectAll().execute()
    expect(rows.length).toBe(50)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['anchor', 'item_id', 'opened_at'])
    expect((await listRecent(db(), 20)).length).toBe(20)
  })

  it('is empty once cleared, and without items that are put away', async () => {
    await library.writer.touchRecent(law, '')
    await library.writer.touchRecent(guide, '')
    await library.writer.putAway(guide)
    expect((await listRecent(db(), 20)).map((one) => one.title)).toEqual(['土地管理法'])
    await library.writer.clearRecent()
    expect(await listRecent(db(), 20)).toEqual([])
  })
})
