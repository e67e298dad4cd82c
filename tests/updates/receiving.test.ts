import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItemView } from '../../library/items/item-view.ts'
import type { ChannelView, NewSince, OfferedComparison, TextConflict } from '../../library/updates/update-view.ts'
import { createWorkshop, policy, type Workshop } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const water = (...more: string[]) =>
  policy('yinshui-guanhu', '溪口镇饮水管护办法', ['水费每吨一元。', '管护员每月巡查一次。', ...more])
const roads = policy('daolu-yanghu', '溪口镇道路养护办法', ['道路每季养护。'], { topics: ['道路'] })
const pits = policy('fentang-zhili', '溪口镇粪塘治理办法', ['粪塘一律加盖。'], { topics: ['环境'] })
const newWater = policy('yinshui-guanhu', '溪口镇饮水管护办法', [
  '水费每吨两元。',
  '管护员每月巡查一次。',
  '公开栏按月公布水费。',
])

describe('an update from a folder', () => {
  let workshop: Workshop
  let receiver: Receiver
  const id = 'ceshi-pindao'
  beforeEach(async () => {
    workshop = createWorkshop(id)
    receiver = await startReceiver()
    workshop.publish({ version: 1, items: [{ revisions: [water()] }, { revisions: [roads] }, { revisions: [pits] }] })
  })
  const publishSecond = () =>
    workshop.publish({
      version: 2,
      notes: '水费有调整。',
      items: [
        { revisions: [water(), newWater] },
        { revisions: [roads] },
        {
          id: pits.identifier,
          title: pits.title,
          withdrawn: { withdrawnOn: '2026-11-01', reason: '粪塘已全部拆除。' },
        },
        { revisions: [policy('lajifenlei', '溪口镇垃圾分类办法', ['厨余垃圾单独投放。'])] },
      ],
    })
  const item = (itemId: string) => receiver.get<ItemView>(`/api/items/${itemId}`)

  it('asks for trust before anything else', async () => {
    await expect(receiver.check(workshop.directory)).rejects.toMatchObject({ code: 'CHANNEL_UNKNOWN' })
    await receiver.trust(workshop.directory)
    const offer = await receiver.check(workshop.directory)
    expect(offer).toMatchObject({ channel: id, version: 1, state: 'available' })
    expect(offer.changes.map(({ type }) => type)).toEqual(['new', 'new', 'new'])
  })

  it('brings in all items, found at once', async () => {
    await receiver.trust(workshop.directory)
    const applied = await receiver.apply(workshop.directory)
    expect(applied).toMatchObject({ version: 1, new: 3, changed: 0, withdrawn: 0, conflicts: 0 })
    expect(await receiver.find('水费每吨一元')).toEqual(['溪口镇饮水管护办法'])
    const [channel] = await receiver.get<ChannelView[]>('/api/channels')
    expect(channel).toMatchObject({ id, version: 1, newestVersion: 1, items: 3, topicsOffered: ['道路', '环境'] })
    expect(await receiver.check(workshop.directory)).toMatchObject({ state: 'current', changes: [], bytes: 0 })
  })

  it('says what is new, changed and withdrawn before, and does that', async () => {
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    publishSecond()
    const offer = await receiver.check(workshop.directory)
    expect(offer.changes.map(({ type, title }) => `${type} ${title}`).sort()).toEqual([
      'changed 溪口镇饮水管护办法',
      'new 溪口镇垃圾分类办法',
      'withdrawn 溪口镇粪塘治理办法',
    ])
    expect(offer.notes.map(({ notes }) => notes)).toEqual(['水费有调整。'])
    const compared = await receiver.get<OfferedComparison>(`/api/updates/offers/${id}/items/yinshui-guanhu`)
    expect(compared.passages.map(({ type, heading }) => `${type} ${heading}`)).toEqual([
      'changed 第一条',
      'same 第二条',
      'added 第三条',
    ])
    expect(await receiver.find('水费每吨一元')).toHaveLength(1)

    expect(await receiver.apply(workshop.directory, 2)).toMatchObject({ new: 1, changed: 1, withdrawn: 1 })
    expect(await receiver.find('水费每吨两元')).toEqual(['溪口镇饮水管护办法'])
    expect(await receiver.find('粪塘一律加盖')).toEqual([])
    await expect(item('fentang-zhili')).rejects.toMatchObject({
      answer: { error: { code: 'ITEM_WITHDRAWN', why: expect.stringContaining('粪塘已全部拆除') } },
    })
    const marks = await receiver.get<NewSince[]>('/api/updates/new')
    expect(marks.map(({ itemId, type }) => `${itemId} ${type}`).sort()).toEqual([
      'lajifenlei new',
      'yinshui-guanhu changed',
    ])
    await receiver.send('POST', '/api/updates/new/seen', { itemId: 'lajifenlei' })
    expect(await receiver.get<NewSince[]>('/api/updates/new')).toHaveLength(1)
  })

  it('goes back to the version before and forward again, with everything as it was', async () => {
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    publishSecond()
    await receiver.apply(workshop.directory)
    expect(await receiver.rollBack(id, 1)).toMatchObject({ version: 1, previousVersion: 2 })
    expect(await receiver.find('水费每吨一元')).toEqual(['溪口镇饮水管护办法'])
    expect(await receiver.find('水费每吨两元')).toEqual([])
    expect(await receiver.find('粪塘一律加盖')).toHaveLength(1)
    expect(await receiver.find('厨余垃圾单独投放')).toEqual([])
    expect((await item('yinshui-guanhu')).history).toHaveLength(1)
    expect(await receiver.check(workshop.directory)).toMatchObject({ state: 'available', version: 2, bytes: 0 })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 2, new: 1, changed: 1, withdrawn: 1 })
    expect(await receiver.find('水费每吨两元')).toHaveLength(1)
    await expect(receiver.rollBack(id, 7)).rejects.toMatchObject({ code: 'VERSION_NOT_FOUND' })
  })

  it('says which notes and favourites cite what changes, with both texts', async () => {
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    const { revision } = await item('yinshui-guanhu')
    const note = (anchor: string, text: string) =>
      receiver.send('POST', '/api/notes', { itemId: 'yinshui-guanhu', anchor, revision, text })
    await note('第一条', '收费时带收据')
    await note('第二条', '巡查没有变')
    await receiver.send('PUT', '/api/favourites', { itemId: 'fentang-zhili', anchor: '' })
    const guide =
      '---\nxinhuo: 1\nkind: guide\ntitle: 收水费的说法\n---\n按《溪口镇饮水管护办法》第一条收取；《溪口镇饮水管护办法》第二条不变。\n'
    await receiver.importText('说法.md', guide)
    publishSecond()
    const { touched } = await receiver.check(workshop.directory)
    expect(touched).toMatchObject([
      { work: 'note', title: '收费时带收据', change: 'changed', before: '水费每吨一元。', after: '水费每吨两元。' },
      { work: 'favourite', itemTitle: '溪口镇粪塘治理办法', change: 'withdrawn' },
      { work: 'text', title: '《收水费的说法》', anchor: '第一条', after: '水费每吨两元。' },
    ])
  })

  it('keeps a text of one’s own until the person chooses, and lets them choose again', async () => {
    await receiver.importText(
      '饮水.md',
      `---\nxinhuo: 1\nkind: policy\ntitle: 溪口镇饮水管护办法\nidentifier: yinshui-guanhu\n---\n第一条 水费每吨一元五角。\n`,
    )
    await receiver.trust(workshop.directory)
    const offer = await receiver.check(workshop.directory)
    expect(offer.changes.find(({ itemId }) => itemId === 'yinshui-guanhu')).toMatchObject({ ownText: true })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ conflicts: 1 })
    expect(await receiver.find('水费每吨一元五角')).toHaveLength(1)
    const choose = (choice: string) => receiver.send('POST', '/api/updates/conflicts/yinshui-guanhu', { choice })
    expect(await receiver.get<TextConflict[]>('/api/updates/conflicts')).toMatchObject([{ itemId: 'yinshui-guanhu' }])
    await choose('channel')
    expect(await receiver.find('水费每吨一元五角')).toEqual([])
    expect((await item('yinshui-guanhu')).passages.map(({ text }) => text)).toContain('水费每吨一元。')
    publishSecond()
    await receiver.apply(workshop.directory)
    expect((await item('yinshui-guanhu')).passages.map(({ text }) => text)).toContain('水费每吨两元。')
    await choose('own')
    expect((await item('yinshui-guanhu')).passages.map(({ text }) => text)).toEqual(['水费每吨一元五角。'])
  })

  it('takes the topics subscribed to, and the rest when it is wanted', async () => {
    await receiver.trust(workshop.directory)
    await receiver.send('PATCH', `/api/channels/${id}`, { topics: ['道路'] })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 1 })
    expect(await receiver.find('粪塘一律加盖')).toEqual([])
    await receiver.send('PATCH', `/api/channels/${id}`, { topics: null })
    const offer = await receiver.check(workshop.directory)
    expect(offer).toMatchObject({ state: 'available', version: 1 })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 2 })
    expect(await receiver.find('粪塘一律加盖')).toHaveLength(1)
    await receiver.send('PATCH', `/api/channels/${id}`, { topics: ['环境'] })
    expect(await receiver.find('道路每季养护')).toEqual([])
  })

  it('lets the stronger channel speak where two hold the same item, in the order the person gives', async () => {
    const county = createWorkshop('xianji-pindao')
    county.publish({ version: 1, items: [{ revisions: [newWater] }] })
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    await receiver.trust(county.directory)
    await receiver.apply(county.directory)
    const first = async () => (await item('yinshui-guanhu')).passages[0]?.text
    expect(await first()).toBe('水费每吨一元。')
    await receiver.send('PUT', '/api/channels/order', { ids: ['xianji-pindao', id] })
    expect(await first()).toBe('水费每吨两元。')
    await receiver.send('DELETE', '/api/channels/xianji-pindao')
    expect(await first()).toBe('水费每吨一元。')
    await receiver.send('DELETE', `/api/channels/${id}`)
    await expect(first()).rejects.toMatchObject({ answer: { error: { code: 'ITEM_WITHDRAWN' } } })
  })

  it('goes on after a backup from before the last update was restored', async () => {
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    await receiver.job('/api/backups', undefined)
    const [backup] = await receiver.get<{ name: string }[]>('/api/backups')
    publishSecond()
    await receiver.apply(workshop.directory)
    await receiver.send('POST', `/api/backups/${backup?.name}/restore`)
    // The index catches up by a job of its own.
    await vi.waitFor(async () => expect(await receiver.find('水费每吨一元')).toHaveLength(1), { timeout: 10_000 })
    expect(await receiver.check(workshop.directory)).toMatchObject({
      state: 'available',
      installedVersion: 1,
      version: 2,
    })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 2, changed: 1 })
    expect(await receiver.find('水费每吨两元')).toHaveLength(1)
  })
})

it('records every revision of a version of many items, however their reading overlaps', async () => {
  const workshop = createWorkshop()
  const many = Array.from({ length: 300 }, (_, index) =>
    policy(`banfa-${index}`, `溪口镇第${index}号办法`, [`编号${index}。`]),
  )
  workshop.publish({ version: 1, items: many.map((one) => ({ revisions: [one] })) })
  const receiver = await startReceiver()
  await receiver.trust(workshop.directory)
  expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 300 })
  const { total } = await receiver.get<{ total: number }>('/api/items?kind=policy&limit=1')
  expect(total).toBe(300)
  expect(await receiver.check(workshop.directory)).toMatchObject({ state: 'current', bytes: 0 })
})
