import { describe, expect, it } from 'vitest'
import type { MaterialChanges, MaterialPage, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { ask } from '../../service/running-service.ts'
import { startOffice } from '../../updates/publishing/publishing-office.ts'
import { startReceiver } from '../../updates/receiver.ts'

const law = (price: string) =>
  `---\nxinhuo: 1\nkind: policy\nidentifier: yinshui-guanhu\ntitle: 饮水管护办法\n---\n\n第一条 水费每吨${price}。\n`
const meeting = {
  ...{ type: 'meeting', format: 1, title: '学饮水办法', contact: '王某 13812345678' },
  parts: [
    { id: 'p1', type: 'reading', title: '读原文', cites: [{ id: 'c1', title: '饮水管护办法', provision: '第一条' }] },
  ],
}

describe('a meeting that is published in a channel', () => {
  it('arrives with an update, is listed, shown and changed with what it cites', async () => {
    const [office, receiver] = [await startOffice(), await startReceiver()]
    await office.importText('饮水.md', law('一元'))
    const made = await ask<MaterialView>(office.service, 'POST', '/api/materials', { record: meeting })
    await ask(office.service, 'POST', `/api/materials/${made.id}/item`)
    await office.define({ choice: { queries: [], items: [made.id, 'yinshui-guanhu'], excluded: [] } })
    await office.publish('第一次')

    await receiver.trust(office.repository)
    await receiver.apply(office.repository)
    const { materials } = await receiver.get<MaterialPage>('/api/materials')
    expect(materials).toMatchObject([{ id: made.id, type: 'meeting', title: '学饮水办法', own: false, changed: 0 }])
    const shown = await receiver.get<MaterialView>(`/api/materials/${made.id}`)
    expect(shown.record).toMatchObject({ parts: [{ cites: [{ text: expect.stringContaining('每吨一元') }] }] })
    expect(JSON.stringify(shown)).not.toContain('13812345678')
    const { slides } = await receiver.get<{ slides: { title: string }[] }>(`/api/materials/${made.id}/deck`)
    expect(slides.map(({ title }) => title)).toContain('学饮水办法')

    const copied = await receiver.send<MaterialView>('POST', '/api/materials', { from: made.id })
    await office.importText('饮水.md', law('两元'))
    await office.publish('第二次')
    await receiver.apply(office.repository)
    const { changes } = await receiver.get<MaterialChanges>(`/api/materials/${copied.id}/changes`)
    expect(changes).toMatchObject([{ change: 'changed', after: expect.stringContaining('两元') }])
  }, 120_000)
})
