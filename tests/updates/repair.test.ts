import { rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import type { ItemView } from '../../library/items/item-view.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import type { ChannelVerification } from '../../library/jobs/job-view.ts'
import { openSqlite } from '../../library/store/open-sqlite.ts'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, policy, type Workshop } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const id = 'ceshi-pindao'
const form = Buffer.from('管护员,巡查日期\n'.repeat(40))
const water = policy('yinshui-guanhu', '溪口镇饮水管护办法', ['水费每吨一元。'])
const newWater = policy('yinshui-guanhu', '溪口镇饮水管护办法', ['水费每吨两元。'])
const roads = policy('daolu-yanghu', '溪口镇道路养护办法', ['道路每季养护。'])
const pits = policy('fentang-zhili', '溪口镇粪塘治理办法', ['粪塘一律加盖。'])

describe('repairing what is damaged', () => {
  let workshop: Workshop
  let receiver: Receiver
  beforeEach(async () => {
    workshop = createWorkshop(id)
    receiver = await startReceiver()
    workshop.publish({
      version: 1,
      items: [
        { revisions: [water, newWater] },
        { revisions: [roads], blobs: new Map([['text/csv', form]]) },
        { revisions: [pits] },
      ],
    })
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
  })

  const nameOf = (content: RevisionContent) => canonicalRevision(content).sha256
  /** Changes the database as a failing disk would: past everything that watches over it. */
  function damage(...statements: readonly string[]): void {
    const connection = openSqlite(receiver.service.session.paths.database)
    try {
      connection.exec('PRAGMA foreign_keys = OFF')
      for (const statement of statements) connection.exec(statement)
    } finally {
      connection.close()
    }
  }
  const garble = (content: RevisionContent) =>
    `UPDATE revision SET content = replace(content, '第', '弟'), title = '乱' WHERE sha256 = '${nameOf(content)}'`
  const blob = async () => {
    const { db, blobs } = receiver.service.session.access
    const { sha256 } = await db.selectFrom('blob').select('sha256').executeTakeFirstOrThrow()
    return blobs.pathOf(sha256)
  }
  const verify = (body: object = {}) => receiver.job<ChannelVerification>(`/api/channels/${id}/verify`, body)
  const shown = async () => (await receiver.get<ChannelView[]>('/api/channels'))[0]?.verified

  it('fetches texts and attachments again from where they came, and all is as signed', async () => {
    damage(garble(newWater))
    writeFileSync(await blob(), '坏了')
    expect((await verify()).damaged.map(({ itemId }) => itemId).sort()).toEqual(['daolu-yanghu', 'yinshui-guanhu'])
    expect(await shown()).toMatchObject({ damaged: 2 })
    const repaired = await verify({ repair: true })
    expect(repaired).toMatchObject({ damaged: [], repaired: { count: 2, from: workshop.directory } })
    expect(await shown()).toMatchObject({ damaged: 0 })
    expect(await verify()).toMatchObject({ damaged: [] })
    const view = await receiver.get<ItemView>('/api/items/yinshui-guanhu')
    expect(view).toMatchObject({ revision: nameOf(newWater), title: '溪口镇饮水管护办法' })
    expect(await receiver.find('水费每吨两元')).toEqual(['溪口镇饮水管护办法'])
  })

  it('brings back a text and an attachment that are gone altogether', async () => {
    damage(`DELETE FROM revision WHERE sha256 = '${nameOf(newWater)}'`)
    rmSync(await blob())
    expect(await verify({ repair: true })).toMatchObject({ damaged: [], repaired: { count: 2 } })
    const view = await receiver.get<ItemView>('/api/items/yinshui-guanhu')
    expect(view).toMatchObject({ revision: nameOf(newWater) })
    expect(view.history).toHaveLength(2)
    const { db } = receiver.service.session.access
    expect(await db.selectFrom('arriving_revision').selectAll().execute()).toEqual([])
  })

  it('leaves what the person did in between: notes, own texts, what was put away', async () => {
    const { revision } = await receiver.get<ItemView>('/api/items/yinshui-guanhu')
    const anchor = '第一条'
    await receiver.send('POST', '/api/notes', { itemId: 'yinshui-guanhu', anchor, revision, text: '带收据' })
    await receiver.send('DELETE', '/api/items/fentang-zhili')
    const own = `---\nxinhuo: 1\nkind: policy\ntitle: 溪口镇道路养护办法\nidentifier: daolu-yanghu\n---\n第一条 各村自己养护。\n`
    await receiver.importText('自己的.md', own)
    const mine = await receiver.get<ItemView>('/api/items/daolu-yanghu')
    damage(garble(newWater), garble(roads), garble(pits))
    expect(await verify({ repair: true })).toMatchObject({ damaged: [], repaired: { count: 3 } })
    expect(await receiver.get<ItemView>('/api/items/daolu-yanghu')).toMatchObject({ revision: mine.revision })
    expect(await receiver.find('各村自己养护')).toHaveLength(1)
    await expect(receiver.get('/api/items/fentang-zhili')).rejects.toMatchObject({
      answer: { error: { code: 'ITEM_PUT_AWAY' } },
    })
    const notes = await receiver.get<{ notes: { text: string }[] }>('/api/notes?itemId=yinshui-guanhu')
    expect(JSON.stringify(notes)).toContain('带收据')
  })

  it('takes nothing that is not what was signed, and says what is left', async () => {
    const other = createWorkshop('bie-de', undefined, temporaryFolder())
    other.publish({ version: 1, items: [{ revisions: [pits] }] })
    damage(garble(newWater))
    expect(await verify({ repair: true, from: other.directory })).toMatchObject({
      damaged: [{ itemId: 'yinshui-guanhu' }],
      repaired: { count: 0, from: other.directory },
    })
    expect(await shown()).toMatchObject({ damaged: 1 })
    await expect(verify({ repair: true, from: temporaryFolder() })).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
    expect(await verify({ repair: true, from: workshop.directory })).toMatchObject({ damaged: [] })
  })
})
