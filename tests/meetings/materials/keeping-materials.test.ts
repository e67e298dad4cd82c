import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import type { MaterialView, ReadyOutline } from '../../../library/meetings/materials/material-view.ts'
import { type MaterialDesk, openMaterialDesk } from './material-desk.ts'

let desk: MaterialDesk
beforeAll(async () => {
  desk = await openMaterialDesk()
})
afterAll(() => desk.close())

describe('a meeting', () => {
  it('begins with the outline of its kind, and is saved with what was read', async () => {
    const { status, body: made } = await desk.ask<MaterialView>('POST', '/', { type: 'meeting', kind: 'study' })
    expect(status).toBe(201)
    expect(made).toMatchObject({
      own: true,
      type: 'meeting',
      kind: 'study',
      title: '专题学习',
      minutes: 85,
      changed: 0,
    })
    const changed = await desk.ask<MaterialView>('PUT', `/${made.id}`, {
      record: { ...made.record, title: '学土地管理法' },
      read: made.recordSha256,
    })
    expect(changed.body).toMatchObject({ title: '学土地管理法', id: made.id })
    expect(changed.body.updatedAt > made.updatedAt).toBe(true)
    const late = { record: { ...made.record, title: '另一个窗口写的' }, read: made.recordSha256 }
    expect(await desk.ask('PUT', `/${made.id}`, late)).toMatchObject({
      status: 409,
      body: { error: { code: 'MATERIAL_CHANGED' } },
    })
    // An answer that got lost: the same again changes nothing.
    const again = { record: changed.body.record, read: made.recordSha256 }
    expect((await desk.ask<MaterialView>('PUT', `/${made.id}`, again)).body.updatedAt).toBe(changed.body.updatedAt)
    expect((await desk.ask<MaterialView>('GET', `/${made.id}`)).body).toEqual(changed.body)
  })

  it('is deleted and brought back', async () => {
    const made = await desk.make({ title: '防汛例会', topics: ['防汛'] })
    expect((await desk.list('q=fxlh')).materials.map(({ id }) => id)).toEqual([made.id])
    expect((await desk.ask('DELETE', `/${made.id}`)).status).toBe(200)
    expect((await desk.list('q=防汛')).total).toBe(0)
    expect((await desk.list('q=防汛&discarded=true')).total).toBe(1)
    expect(await desk.ask('GET', `/${made.id}`)).toMatchObject({ status: 404 })
    expect((await desk.ask<MaterialView>('POST', `/${made.id}/restore`)).body).toEqual(made)
    expect((await desk.list('q=防汛&topic=防汛&type=meeting&own=true')).total).toBe(1)
    expect((await desk.list('q=防汛&topic=汛')).total).toBe(0)
  })
})

describe('a copy', () => {
  it('is of the same parts and on another day', async () => {
    const made = await desk.make({
      title: '例会',
      on: '2026-11-01',
      place: '三楼',
      parts: [{ id: 'a', type: 'opening' }],
    })
    const { body } = await desk.ask<MaterialView>('POST', '/', { from: made.id })
    expect(body).toMatchObject({ own: true, title: '例会', place: '三楼', parts: 1 })
    expect([body.on, body.id === made.id]).toEqual([undefined, false])
    expect(await desk.ask('POST', '/', { from: made.id, type: 'meeting' })).toMatchObject({ status: 400 })
    expect(await desk.ask('POST', '/', {})).toMatchObject({ status: 400 })
    expect(await desk.ask('POST', '/', { from: 'nowhere' })).toMatchObject({ status: 404 })
  })
})

describe('ready outlines', () => {
  it('are one for each kind of meeting, and fit their time', async () => {
    const { body } = await desk.ask<ReadyOutline[]>('GET', '/ready')
    expect(body.map(({ kind }) => kind)).toEqual(['regular', 'study', 'training', 'party-day', 'on-site'])
    for (const { minutesPlanned, parts, kind } of body) {
      expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(minutesPlanned)
      for (const { notes, title } of parts) expect([notes, title]).not.toContain('')
      expect(MaterialRecord.safeParse({ type: 'meeting', format: 1, title: '', kind, parts }).success).toBe(true)
    }
  })
})
