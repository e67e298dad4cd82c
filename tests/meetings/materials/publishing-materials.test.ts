import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findContent } from '../../../library/items/items.repository.ts'
import { MATERIAL_MEDIA_TYPE, MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { type MaterialDesk, openMaterialDesk } from './material-desk.ts'

let desk: MaterialDesk
beforeAll(async () => {
  desk = await openMaterialDesk()
})
afterAll(() => desk.close())

async function picture() {
  const camera = { IFD0: { Make: '相机厂' }, IFD3: { GPSLatitude: '30/1 1/1 1/1' } }
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#0a0' } })
    .withExif(camera)
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], '张三家门口.jpg'))
  return (await desk.ask<{ added: object[] }>('POST', '/pictures', form)).body.added[0]
}

const publish = async ({ id }: MaterialView) => (await desk.ask<MaterialView>('POST', `/${id}/item`)).body
const contentOf = async ({ revision = '' }: MaterialView) => {
  const content = await findContent(desk.access.db, revision)
  if (!content) throw new Error('no item')
  return content
}

describe('a meeting that becomes an item', () => {
  it('has its words, cleaned pictures, and its record without what belongs to one occasion', async () => {
    const original = (await picture()) as { sha256: string }
    const made = await desk.make({
      ...{
        title: '学水法',
        topics: ['水利'],
        purpose: '弄懂轮流用水',
        on: '2026-12-01',
        place: '三楼',
        contact: '王某 138',
      },
      people: [{ id: 'a', name: '王某', part: 'host' }],
      parts: [
        {
          ...{
            id: 'p1',
            type: 'reading',
            title: '读原文',
            notes: '只有主持人看',
            speaker: '李某',
            pictures: [original],
          },
          cites: [{ id: 'c1', title: '水法', provision: '第三十条', text: '轮流用水。' }],
        },
        { id: 'p2', type: 'discussion', title: '议一议', questions: ['第一条 <b>怎么办</b>？'] },
      ],
    })
    const published = await publish(made)
    expect(published).toMatchObject({ id: made.id, own: true, itemId: made.id, recordSha256: made.recordSha256 })
    const content = await contentOf(published)
    expect(content).toMatchObject({
      kind: 'guide',
      label: '会议',
      title: '学水法',
      topics: ['水利'],
      issuedOn: '2026-11-21',
    })
    expect(content.body).toMatch(/## 目的\n\n弄懂轮流用水\n\n## 读原文/)
    expect(content.body).toMatch(/依据：《水法》第三十条。/)
    expect(content.body).toMatch(/- 第一条 \\<b\\>怎么办/)
    expect(content.body).not.toContain('只有主持人看')
    const attachment = content.attachments?.find(({ mediaType }) => mediaType === MATERIAL_MEDIA_TYPE)
    const json = (await desk.access.blobs.read(attachment?.sha256 ?? '')).toString('utf8')
    const record = MaterialRecord.parse(JSON.parse(json))
    for (const secret of ['王某', '李某', '138', '三楼', '张三', original.sha256]) {
      expect([secret, json.includes(secret), content.body.includes(secret)]).toEqual([secret, false, false])
    }
    const [shown] = record.type === 'meeting' ? (record.parts[0]?.pictures ?? []) : []
    expect(content.body).toContain(`(sha256:${shown?.sha256})`)
    const copy = await sharp(await desk.access.blobs.read(shown?.sha256 ?? '')).metadata()
    expect([copy.width, copy.exif]).toEqual([64, undefined])
    // It is in the list once, as what it is here.
    expect((await desk.list('q=学水法')).materials).toMatchObject([{ id: made.id, own: true, itemId: made.id }])
  })

  it('is a further revision when it is published again, and the same when nothing changed', async () => {
    const made = await desk.make({ title: '例会', parts: [{ id: 'a', type: 'opening', title: '上周', text: '一' }] })
    const first = await publish(made)
    expect((await publish(made)).revision).toBe(first.revision)
    const record = { ...made.record, summary: '每周一次' }
    const { body: changed } = await desk.ask<MaterialView>('PUT', `/${made.id}`, { record, read: made.recordSha256 })
    const second = await publish(changed)
    expect(second.revision).not.toBe(first.revision)
    const revisions = await desk.access.db
      .selectFrom('revision')
      .where('item_id', '=', made.id)
      .select('sha256')
      .execute()
    expect(revisions).toHaveLength(2)
  })

  it('goes from the library when it is deleted, and comes back with it', async () => {
    const parts = [{ id: 'a', type: 'opening', title: '开' }]
    const made = await publish(await desk.make({ title: '留下的会', parts }))
    await desk.ask('DELETE', `/${made.id}`)
    await desk.catchUp()
    expect((await desk.list('q=留下的会')).total).toBe(0)
    expect(await desk.ask('GET', `/${made.id}`)).toMatchObject({ status: 404 })
    expect(await desk.ask('PUT', `/${made.id}`, { record: made.record, read: made.recordSha256 })).toMatchObject({
      status: 404,
    })
    await desk.ask('POST', `/${made.id}/restore`)
    expect((await desk.list('q=留下的会')).materials).toMatchObject([{ id: made.id, own: true }])
    expect(
      (await desk.access.db.selectFrom('item').where('id', '=', made.id).select('put_away_at').execute())[0],
    ).toEqual({
      put_away_at: null,
    })
  })

  it('leaves what this library could only explain to be looked up where it arrives', async () => {
    await desk.add({ title: '《堤坝法》解读', body: '## 怎么修\n\n- 先报（第三条）。' })
    const cites = [{ id: 'c', title: '堤坝法', provision: '第三条', note: '要先报' }]
    const made = await desk.make({ title: '学堤坝法', parts: [{ id: 'p', type: 'reading', title: '读', cites }] })
    expect(JSON.stringify(made.record)).toContain('没有原文')
    const { attachments } = await contentOf(await publish(made))
    const json = (await desk.access.blobs.read(attachments?.[0]?.sha256 ?? '')).toString('utf8')
    expect(JSON.parse(json)).toMatchObject({ parts: [{ cites }] })
    expect(json).not.toContain('没有原文')
  })

  it('is not made without a title, nor with a picture that cannot be cleaned', async () => {
    expect(await desk.ask('POST', `/${(await desk.make({})).id}/item`)).toMatchObject({
      status: 422,
      body: { error: { code: 'MATERIAL_NO_TITLE' } },
    })
    const lost = { id: 'x', sha256: 'e'.repeat(64), name: 'a.jpg', mediaType: 'image/jpeg', size: 9 }
    const made = await desk.make({ title: '图丢了', parts: [{ id: 'a', type: 'opening', pictures: [lost] }] })
    expect(await desk.ask('POST', `/${made.id}/item`)).toMatchObject({
      status: 404,
      body: { error: { code: 'PICTURE_MISSING' } },
    })
    expect((await desk.ask<MaterialView>('GET', `/${made.id}`)).body.itemId).toBeUndefined()
  })
})

describe('items with a record that nobody can read', () => {
  const attach = async (text: string) => {
    const bytes = Buffer.from(text)
    const blob = { sha256: await desk.access.blobs.put(bytes), size: bytes.length, mediaType: MATERIAL_MEDIA_TYPE }
    const title = `坏的${blob.sha256.slice(0, 6)}`
    await desk.writer.recordDocuments([
      {
        ...{
          location: `guide\n${title}`,
          source: title,
          sourceSha256: blob.sha256,
          activity: 'import',
          starter: false,
        },
        content: {
          format: 1,
          kind: 'guide',
          identifier: undefined,
          title,
          body: '字。',
          attachments: [{ ...blob, name: 'a.json' }],
        },
        blobs: [blob],
      },
    ])
    return title
  }

  it('break no list, and stay items', async () => {
    const before = (await desk.list()).total
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const huge = JSON.stringify({ type: 'meeting', format: 1, title: 'x', purpose: '水'.repeat(3_000_000) })
    const titles: string[] = []
    for (const text of [
      '{',
      '[]',
      'null',
      deep,
      huge,
      '{"type":"meeting","format":1,"title":"x","parts":[{"type":"lottery"}]}',
      '{"__proto__":{"a":1},"type":"meeting"}',
    ]) {
      titles.push(await attach(text))
    }
    await desk.catchUp()
    expect((await desk.list()).total).toBe(before)
    const { id } = await desk.access.db
      .selectFrom('item')
      .where('title', '=', titles[0] ?? '')
      .select('id')
      .executeTakeFirstOrThrow()
    expect(await desk.ask('GET', `/${id}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'MATERIAL_NOT_FOUND' } },
    })
    expect(
      (await desk.ask<{ parts: object[] }>('POST', '/parts', { references: [{ itemId: id }] })).body.parts,
    ).toMatchObject([{ type: 'exercise', text: '字。' }])
  })

  it('are listed when a revision comes that can be read, and not when that goes', async () => {
    const id = 'huiyi-lai-le'
    const record = JSON.stringify({ type: 'meeting', format: 1, title: '来了', parts: [{ id: 'a', type: 'opening' }] })
    const add = async (text: string | undefined, issuedOn: string) => {
      const bytes = Buffer.from(text ?? '')
      const blob = { sha256: await desk.access.blobs.put(bytes), size: bytes.length, mediaType: MATERIAL_MEDIA_TYPE }
      const attachments = text === undefined ? [] : [{ ...blob, name: 'a.json' }]
      await desk.writer.recordDocuments([
        {
          ...{
            location: `guide\n${issuedOn}`,
            source: issuedOn,
            sourceSha256: blob.sha256,
            activity: 'import',
            starter: false,
          },
          content: { format: 1, kind: 'guide', identifier: id, title: '来了的会', issuedOn, body: '字。', attachments },
          blobs: text === undefined ? [] : [blob],
        },
      ])
      await desk.catchUp()
      return (await desk.list('q=来了')).materials.map(({ id: listed, parts }) => [listed, parts])
    }
    expect(await add('{', '2024-01-01')).toEqual([])
    expect(await add(record, '2025-01-01')).toEqual([[id, 1]])
    expect(await add(undefined, '2026-01-01')).toEqual([])
  })
})
