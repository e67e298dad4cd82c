import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentity, signValue } from '../../../library/feedback/sender-identity.ts'
import { canonicalRevision } from '../../../library/items/canonical-form.ts'
import { findContent, findItem, findProvenance } from '../../../library/items/items.repository.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { findMaterial } from '../../../library/meetings/materials/materials.repository.ts'
import type { BundleBody } from '../../../library/meetings/sharing/bundle.schema.ts'
import { packedSlip } from '../../../library/stories/slips/pack-slip.ts'
import { openSharingDesk, type SharingDesk } from './sharing-desk.ts'

let here: SharingDesk
let there: SharingDesk
let made: MaterialView
let file: Uint8Array
let lawId = ''

beforeAll(async () => {
  here = await openSharingDesk()
  there = await openSharingDesk()
  const [law] = await here.add({ kind: 'policy', title: '溪口饮水管护办法', body: '第一条 水费每吨一元。' })
  lawId = law?.itemId ?? ''
  const photo = await here.photograph()
  const blurred = [{ x: 0.1, y: 0.1, width: 0.4, height: 0.4, why: 'face' as const }]
  made = await here.make({
    title: '学饮水办法',
    contact: '石坪乡办公室',
    parts: [
      {
        ...{ id: 'p1', type: 'reading', title: '读原文' },
        pictures: [{ ...photo, blurred }],
        cites: [{ id: 'c1', title: '溪口饮水管护办法', provision: '第一条' }],
      },
    ],
    design: { name: '单位模板.pptx', sha256: photo.sha256, size: 3 },
  })
  file = (await here.share(made.id)).bytes
})
afterAll(async () => {
  await here.close()
  await there.close()
})

/** A file with another body, signed again by whoever made it. */
function forged(change: (body: BundleBody, files: Map<string, Uint8Array>) => unknown): Uint8Array {
  const zip = new PizZip(file)
  const files = new Map(
    Object.keys(zip.files)
      .filter((name) => name.startsWith('files/'))
      .map((name) => [name.slice(6), zip.file(name)?.asUint8Array() ?? new Uint8Array()]),
  )
  const { body } = JSON.parse(zip.file('meeting.json')?.asText() ?? '') as { body: BundleBody }
  const identity = createIdentity()
  const changed = (change(body, files) as BundleBody | undefined) ?? body
  const signed = { ...changed, sender: { name: '冒充的人', publicKey: identity.publicKey } }
  const made = new PizZip()
  made.file('meeting.json', JSON.stringify({ body: signed, signature: signValue(signed, identity) }))
  for (const [name, bytes] of files) made.file(`files/${name}`, bytes)
  return made.generate({ type: 'uint8array', compression: 'STORE' })
}

describe('a meeting as one file', () => {
  it('is named by its title and day, and holds neither originals nor the office’s design', async () => {
    const { name, bytes } = await here.share(made.id)
    expect(name).toBe('学饮水办法-20261121.xinhuo-meeting')
    const zip = new PizZip(bytes)
    const body = zip.file('meeting.json')?.asText() ?? ''
    const [picture] = made.record.type === 'meeting' ? (made.record.parts[0]?.pictures ?? []) : []
    for (const secret of [picture?.sha256 ?? '-', '张三', '单位模板', 'blurred']) expect(body).not.toContain(secret)
    for (const name of Object.keys(zip.files)) expect(zip.file(name)?.asBinary() ?? '').not.toContain('Exif')
  })

  it('is looked at before anything is taken in', async () => {
    const { status, body } = await there.open(file)
    expect([status, body]).toMatchObject([
      200,
      { record: { title: '学饮水办法' }, sender: { known: false }, pictures: 1, changes: [] },
    ])
    expect(body.items).toEqual([{ itemId: lawId, title: '溪口饮水管护办法', kind: 'policy', here: 'none' }])
    expect(body.before).toBeUndefined()
    expect(await findItem(there.access.db, lawId)).toBeUndefined()
    expect((await there.list()).total).toBe(0)
    await there.drop(body.upload)
    expect((await there.take(body.upload)).body.error?.code).toBe('BUNDLE_NOT_FOUND')
    expect(readdirSync(path.join(there.paths.incoming, 'material-bundles'))).toEqual([])
  })

  it('is taken in with its picture and what it cites, which is found there at once', async () => {
    const { body: opened } = await there.open(file)
    const { status, body: taken } = await there.take(opened.upload)
    expect([status, taken.own, taken.title, taken.changed]).toEqual([201, true, '学饮水办法', 0])
    expect(taken.id).not.toBe(made.id)
    const kept = await findMaterial(there.access.db, taken.id)
    expect(kept?.origin).toBe(made.id)
    const [part] = taken.record.type === 'meeting' ? taken.record.parts : []
    expect(await there.access.blobs.has(part?.pictures[0]?.sha256 ?? '')).toBe(true)
    expect(part?.cites[0]).toMatchObject({ itemId: lawId, text: expect.stringContaining('水费每吨一元') })
    expect(there.access.search.passageCount()).toBe(1)
    const item = await findItem(there.access.db, lawId)
    const [provenance] = await findProvenance(there.access.db, item?.current_revision ?? '')
    expect(provenance).toMatchObject({ activity: 'import', source: expect.stringMatching(/^会议文件（.+）/) })
    expect((await there.open(file)).body.sender.known).toBe(true)
  })

  it('takes the place of its earlier version when asked to, and stands beside it otherwise', async () => {
    const before = (await there.open(file)).body
    expect(before.before?.title).toBe('学饮水办法')
    const own = made.record.type === 'meeting' ? made.record : undefined
    const changed = await here.ask<MaterialView>('PUT', `/${made.id}`, {
      record: { ...own, title: '学饮水办法（第二次）' },
      read: made.recordSha256,
    })
    expect(changed.status).toBe(200)
    const second = (await here.share(made.id)).bytes
    const offered = (await there.open(second)).body
    const over = await there.take(offered.upload, offered.before?.id)
    expect([over.body.id, over.body.title]).toEqual([before.before?.id, '学饮水办法（第二次）'])
    const beside = await there.take((await there.open(second)).body.upload)
    expect(beside.body.id).not.toBe(over.body.id)
    const stranger = await there.make({ title: '别的会' })
    const wrong = await there.take((await there.open(second)).body.upload, stranger.id)
    expect([wrong.status, wrong.body.error?.code]).toEqual([409, 'BUNDLE_OVER_ANOTHER'])
  })

  it('can come home: the one it was made from is what it may take the place of', async () => {
    expect((await here.open(file)).body).toMatchObject({ before: { id: made.id }, sender: { known: true } })
  })

  it('tells what is newer here than what it was made with, and leaves that alone', async () => {
    const office = await openSharingDesk()
    try {
      await office.add({ kind: 'policy', title: '溪口饮水管护办法', body: '第一条 水费每吨一元。', file: 'a.md' })
      const older = (await office.open(file)).body
      expect(older.items).toMatchObject([{ here: 'same' }])
      await office.add({ kind: 'policy', title: '溪口饮水管护办法', body: '第一条 水费每吨两元。', file: 'a.md' })
      const newer = (await office.open(file)).body
      expect(newer.items).toMatchObject([{ here: 'newer' }])
      expect(newer.changes).toMatchObject([{ change: 'changed', after: expect.stringContaining('两元') }])
      const taken = (await office.take(newer.upload)).body
      expect(taken.changed).toBe(1)
      const item = await findItem(office.access.db, lawId)
      expect((await findContent(office.access.db, item?.current_revision ?? ''))?.body).toContain('两元')
      expect(item?.revisions).toBe(2)
    } finally {
      await office.close()
    }
    const other = await openSharingDesk()
    try {
      await other.add({ kind: 'policy', title: '溪口饮水管护办法', body: '第一条 水费全免。' })
      expect((await other.open(file)).body.items).toMatchObject([{ here: 'other' }])
    } finally {
      await other.close()
    }
  })
})

describe('a file that is not what it should be', () => {
  const codeOf = async (bytes: Uint8Array) => (await there.open(bytes)).body.error?.code

  it('is refused when a byte of it was changed or lost, anywhere', async () => {
    for (let step = 1; step <= 24; step++) {
      const at = Math.floor((file.length * step) / 25)
      const flipped = new Uint8Array(file)
      flipped[at] = (flipped[at] ?? 0) ^ 0x55
      const code = await codeOf(flipped)
      // Names and times of a zip's directory say nothing that counts.
      if (code !== undefined) expect(code).toMatch(/^BUNDLE_(?:ALTERED|TRUNCATED|UNREADABLE|TOO_LARGE|TOO_NEW)$/)
      else expect((await there.open(flipped)).body.record.title).toBe('学饮水办法')
      expect(await codeOf(file.slice(0, at))).toMatch(/^BUNDLE_(?:TRUNCATED|ALTERED)$/)
    }
  })

  it('is refused when it is something else', async () => {
    expect(await codeOf(new TextEncoder().encode('这不是会议'))).toBe('BUNDLE_UNREADABLE')
    expect(await codeOf(new PizZip().file('word/document.xml', '<a/>').generate({ type: 'uint8array' }))).toBe(
      'BUNDLE_UNREADABLE',
    )
    const slip: Uint8Array[] = []
    const body = { type: 'submission', files: [], sentAt: '2026-11-21T00:00:00Z' }
    for await (const piece of packedSlip(there.access.blobs, { body, signature: '' } as never, undefined))
      slip.push(piece)
    expect(await codeOf(Buffer.concat(slip))).toBe('BUNDLE_UNREADABLE')
  })

  it('is refused when it is signed, and says what is not so', async () => {
    expect(await codeOf(forged(() => undefined))).toBeUndefined()
    expect(await codeOf(forged((body) => ({ ...body, format: 2 })))).toBe('BUNDLE_TOO_NEW')
    expect(await codeOf(forged((body) => ({ ...body, more: 1 })))).toBe('BUNDLE_ALTERED')
    expect(await codeOf(forged((body) => ({ ...body, items: [{ ...body.items[0], itemId: 'tudi-guanli-fa' }] })))).toBe(
      'BUNDLE_ALTERED',
    )
    expect(await codeOf(forged((body) => ({ ...body, pictures: ['f'.repeat(64)] })))).toBe('BUNDLE_ALTERED')
    expect(await codeOf(forged((_body, files) => files.set('../../boo', new Uint8Array(3))))).toBe('BUNDLE_ALTERED')
    expect(
      await codeOf(
        forged((body, files) => {
          const [name] = files.keys()
          files.set(name as string, new Uint8Array(files.get(name as string)?.length ?? 0))
          return body
        }),
      ),
    ).toBe('BUNDLE_ALTERED')
  })

  it('cannot put its own text in the place of one that is here', async () => {
    const bytes = forged((body, files) => {
      const revision = body.items[0]?.revision ?? ''
      const content = JSON.parse(Buffer.from(files.get(revision) ?? []).toString()) as { body: string }
      const lie = canonicalRevision({ ...content, body: '第一条 水费每吨一百元。' } as never)
      const text = Buffer.from(lie.json)
      expect(createHash('sha256').update(text).digest('hex')).toBe(lie.sha256)
      files.delete(revision)
      files.set(lie.sha256, text)
      return {
        ...body,
        items: [{ ...body.items[0], revision: lie.sha256 }],
        files: body.files.map((one) =>
          one.sha256 === revision ? { ...one, sha256: lie.sha256, size: text.length } : one,
        ),
      }
    })
    const opened = (await there.open(bytes)).body
    expect(opened.items).toMatchObject([{ here: 'other' }])
    expect((await there.take(opened.upload)).status).toBe(201)
    const item = await findItem(there.access.db, lawId)
    expect((await findContent(there.access.db, item?.current_revision ?? ''))?.body).toContain('一元')
    expect(item?.revisions).toBe(1)
  })
})
