import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import type { ItemSummary, ItemView } from '../../library/items/item-view.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import { objectPath } from '../../library/updates/repository-format.ts'
import type { NewSince, TextConflict } from '../../library/updates/update-view.ts'
import { createWorkshop, policy, type Workshop } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const id = 'ceshi-pindao'
const more = '管护员每月巡查一次，如实记录，接受监督。'.repeat(6)
const water = policy('yinshui-guanhu', '溪口镇饮水管护办法', ['水费每吨一元。', more], { topics: ['饮水'] })
const newWater = policy('yinshui-guanhu', '溪口镇饮水管护办法', ['水费每吨两元。', more], { topics: ['饮水'] })
const roads = policy('daolu-yanghu', '溪口镇道路养护办法', ['道路每季养护。', more], { topics: ['道路'] })
const pits = policy('fentang-zhili', '溪口镇粪塘治理办法', ['粪塘一律加盖。', more], { topics: ['环境'] })

describe('what arrived of a version that has not taken effect', () => {
  let workshop: Workshop
  let receiver: Receiver
  beforeEach(async () => {
    workshop = createWorkshop(id)
    receiver = await startReceiver()
  })

  /** Breaks a revision's object; gives it back whole. */
  function breakObject(content: RevisionContent): () => void {
    const stored = zstdCompressSync(Buffer.from(canonicalRevision(content).json))
    const file = path.join(workshop.directory, objectPath(createHash('sha256').update(stored).digest('hex')))
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, -1))
    return () => writeFileSync(file, whole)
  }
  const recorded = async (content: RevisionContent) => {
    const { db } = receiver.service.session.access
    const { sha256 } = canonicalRevision(content)
    return db.selectFrom('revision').where('sha256', '=', sha256).select('offered').executeTakeFirst()
  }
  /** An update that breaks off at one text, with the others already here. */
  async function breakOff(at: RevisionContent): Promise<() => void> {
    const mend = breakObject(at)
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'PACK_DAMAGED' })
    return mend
  }

  it('is in no list, no search and no page, and cannot be brought back, until the rest has come', async () => {
    workshop.publish({ version: 1, items: [{ revisions: [water] }, { revisions: [roads] }, { revisions: [pits] }] })
    await receiver.trust(workshop.directory)
    const before = await receiver.get<{ total: number }>('/api/items?limit=1')
    const mend = await breakOff(pits)
    expect(await recorded(water)).toEqual({ offered: 0 })
    expect((await receiver.get<{ total: number }>('/api/items?limit=1')).total).toBe(before.total)
    expect(await receiver.find('水费每吨一元')).toEqual([])
    const missing = { answer: { error: { code: 'ITEM_NOT_FOUND' } } }
    await expect(receiver.get('/api/items/yinshui-guanhu')).rejects.toMatchObject(missing)
    await expect(receiver.send('POST', '/api/items/yinshui-guanhu/restore')).rejects.toMatchObject(missing)
    await receiver.send('DELETE', `/api/channels/${id}`)
    await expect(receiver.get('/api/items/yinshui-guanhu')).rejects.toMatchObject(missing)

    mend()
    await receiver.trust(workshop.directory)
    const offer = await receiver.check(workshop.directory)
    expect(offer.changes.map(({ type }) => type)).toEqual(['new', 'new', 'new'])
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 3, conflicts: 0 })
    expect(await receiver.find('水费每吨一元')).toEqual(['溪口镇饮水管护办法'])
    const { items } = await receiver.get<{ items: ItemSummary[] }>(
      `/api/items?topic=${encodeURIComponent('饮水')}&limit=500`,
    )
    expect(items.map(({ itemId }) => itemId)).toContain('yinshui-guanhu')
    const { db } = receiver.service.session.access
    expect(await db.selectFrom('arriving_revision').selectAll().execute()).toEqual([])
  })

  it('a changed text does not count either: the page reads as before, and says new only afterwards', async () => {
    workshop.publish({ version: 1, items: [{ revisions: [water] }, { revisions: [pits] }] })
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    workshop.publish({
      version: 2,
      items: [{ revisions: [water, newWater] }, { revisions: [pits] }, { revisions: [roads] }],
    })
    const mend = await breakOff(roads)
    expect(await recorded(newWater)).toEqual({ offered: 0 })
    const view = await receiver.get<ItemView>('/api/items/yinshui-guanhu')
    expect(view).toMatchObject({ revision: canonicalRevision(water).sha256 })
    expect(view.history).toHaveLength(1)
    expect(await receiver.find('水费每吨两元')).toEqual([])
    expect(await receiver.get<NewSince[]>('/api/updates/new')).toEqual([])
    expect(await receiver.check(workshop.directory)).toMatchObject({ installedVersion: 1, version: 2 })
    mend()
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 1, changed: 1 })
    expect(await receiver.find('水费每吨两元')).toEqual(['溪口镇饮水管护办法'])
    expect(await receiver.get<NewSince[]>('/api/updates/new')).toHaveLength(2)
  })

  it('a text the person brings in meanwhile is theirs, and stands against the channel’s as if it had been first', async () => {
    workshop.publish({ version: 1, items: [{ revisions: [water] }, { revisions: [pits] }] })
    await receiver.trust(workshop.directory)
    const mend = await breakOff(pits)
    const own = `---\nxinhuo: 1\nkind: policy\ntitle: 溪口镇饮水管护办法\nidentifier: yinshui-guanhu\n---\n第一条 水费由各村自定。\n`
    await receiver.importText('自己的.md', own)
    expect(await receiver.find('水费由各村自定')).toEqual(['溪口镇饮水管护办法'])
    expect((await receiver.get<ItemView>('/api/items/yinshui-guanhu')).history).toHaveLength(1)
    mend()
    expect(await receiver.apply(workshop.directory)).toMatchObject({ conflicts: 1 })
    const [conflict] = await receiver.get<TextConflict[]>('/api/updates/conflicts')
    expect(conflict).toMatchObject({ itemId: 'yinshui-guanhu', offered: canonicalRevision(water).sha256 })
    expect(await receiver.find('水费由各村自定')).toEqual(['溪口镇饮水管护办法'])
    expect(await receiver.find('水费每吨一元')).toEqual([])
  })

  it('topics chosen later come in too, though their update was broken off', async () => {
    workshop.publish({ version: 1, items: [{ revisions: [water] }, { revisions: [roads] }, { revisions: [pits] }] })
    await receiver.trust(workshop.directory)
    await receiver.send('PATCH', `/api/channels/${id}`, { topics: ['环境'] })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 1 })
    await receiver.send('PATCH', `/api/channels/${id}`, { topics: null })
    const mend = await breakOff(roads)
    expect(await recorded(water)).toEqual({ offered: 0 })
    mend()
    const offer = await receiver.check(workshop.directory)
    expect(offer.changes.map(({ itemId }) => itemId).sort()).toEqual(['daolu-yanghu', 'yinshui-guanhu'])
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 2 })
    expect(await receiver.find('水费每吨一元')).toEqual(['溪口镇饮水管护办法'])
  })
})
