import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { DocumentToRecord } from '../../library/importing/document-to-record.ts'
import { canonicalRevision } from '../../library/items/canonical-form.ts'
import { findHistory, viewItem } from '../../library/items/item-queries.ts'
import type { HeldBlob } from '../../library/items/record-revision.ts'
import type { RevisionContent } from '../../library/items/revision.schema.ts'
import { contentRoot } from '../content/read-content.ts'
import { openTestSession, type TestSession } from '../importing/test-session.ts'
import { revisionContent, sha256Of } from '../items/revision-content.ts'

const open: TestSession[] = []
const openSession = async () => {
  const session = await openTestSession()
  open.push(session)
  return session
}
afterEach(async () => {
  for (const session of open.splice(0)) await session.close()
})

const record = (content: RevisionContent, blobs: readonly HeldBlob[] = []): DocumentToRecord => ({
  location: `${content.identifier} ${sha256Of(JSON.stringify(content))}`,
  source: '一.md',
  sourceSha256: sha256Of(content.body),
  content,
  blobs,
  activity: 'import',
  starter: false,
})

/** Exports a library, imports the folder into a new one, and returns that. */
async function carryOver(from: TestSession): Promise<TestSession> {
  const directory = path.join(from.scratch, 'out')
  await from.exportTo(directory)
  const to = await openSession()
  const result = await to.importPaths([directory])
  expect(result.skipped).toEqual([])
  expect(await to.hashes()).toEqual(await from.hashes())
  return to
}

const base: RevisionContent = { format: 1, kind: 'policy', identifier: 'abc', title: '办法', body: '第一条　文。' }
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

const awkward: readonly [string, Partial<RevisionContent>][] = [
  ['a reserved name', { title: 'CON' }],
  ['300 characters', { title: '关于'.repeat(150) }],
  ['direction marks', { title: '倒\u202e序\u200f的通知' }],
  ['slashes and quotes', { title: '\\\\服务器/共享："甲"\'乙\'|?*<>' }],
  [
    'YAML syntax',
    { title: '- {a: [b]} # c', description: '---\n|\n  缩进\n...\n: x', issuer: '&a *a !t %', label: '@`' },
  ],
  ['nothing but an emoji', { title: '😀' }],
  ['a very long line', { body: '长'.repeat(200_000) }],
  ['an empty body', { body: '' }],
  ['a body that looks like front matter', { body: '---\nxinhuo: 1\ntitle: 假\n---\n\n文' }],
  ['a body that begins with code', { body: '    代码\n\n```\n---\n\n\n```' }],
  ['HTML and entities', { body: '<b>粗</b>&amp;&#65; <!-- 注 --> <!-- INFO END -->' }],
  ['hard breaks, rules and tabs', { body: '甲  \n乙\\\n丙\n\n***\n\n\t缩进\t列' }],
  ['a hash of a picture that is not there', { body: `![图](sha256:${'0'.repeat(64)})` }],
]

describe('exporting and importing again', { timeout: 60_000 }, () => {
  it('keeps every revision and attachment of the starter content', async () => {
    const from = await openSession()
    const names = ['policies', 'templates', 'stories', 'guides', 'drills', 'meetings', 'learning']
    const folders = names.map((name) => new URL(name, contentRoot).pathname)
    const { imported } = await from.importPaths(folders)
    expect(imported).toBeGreaterThan(40)
    const to = await carryOver(from)
    const blobs = (session: TestSession) =>
      session.access.db.selectFrom('blob').select(['sha256', 'size', 'media_type']).orderBy('sha256').execute()
    expect(await blobs(to)).toEqual(await blobs(from))
    for (const { sha256 } of await blobs(to)) expect(sha256Of(await to.access.blobs.read(sha256))).toBe(sha256)
  })

  it('keeps items with any fields and any text', async () => {
    const from = await openSession()
    const contents = fc.sample(revisionContent, { numRuns: 250, seed: 42 })
    const unique = new Map(contents.map((content) => [canonicalRevision(content).sha256, content]))
    await from.writer.recordDocuments([...unique.values()].map((content) => record(content)))
    await carryOver(from)
  })

  it('keeps awkward titles and texts', async () => {
    const from = await openSession()
    const records = awkward.map(([, change], at) => record({ ...base, identifier: `awkward-${at}`, ...change }))
    await from.writer.recordDocuments(records)
    const to = await carryOver(from)
    const hashes = new Set(await to.hashes())
    const lost = awkward.filter(
      (_, at) => !hashes.has(canonicalRevision(records[at]?.content as RevisionContent).sha256),
    )
    expect(lost.map(([name]) => name)).toEqual([])
  })

  it('keeps pictures in the text, with a title or by reference too, and shared attachments', async () => {
    const from = await openSession()
    const sha256 = await from.access.blobs.put(png)
    const held = { sha256, size: png.length, mediaType: 'image/png' }
    const attachment = { name: '图 一（终稿）.png', mediaType: 'image/png', sha256, size: png.length }
    await from.writer.recordDocuments([
      record({ ...base, identifier: 'plain', body: `![图](sha256:${sha256})\n\n\`](sha256:${sha256})\`` }, [held]),
      record({ ...base, identifier: 'titled', body: `![图](sha256:${sha256} "题")` }, [held]),
      record({ ...base, identifier: 'referred', body: `![图][一]\n\n[一]: sha256:${sha256}` }, [held]),
      record({ ...base, identifier: 'attached', attachments: [attachment], body: `![图](sha256:${sha256})` }, [held]),
      record(
        { ...base, identifier: 'two-names', attachments: [attachment, { ...attachment, name: '另一个名字.png' }] },
        [held],
      ),
    ])
    const to = await carryOver(from)
    expect(sha256Of(await to.access.blobs.read(sha256))).toBe(sha256)
    const links = (session: TestSession) =>
      session.access.db.selectFrom('revision_blob').selectAll().orderBy('revision').execute()
    expect(await links(to)).toEqual(await links(from))
  })

  it('keeps which of several versions of one date is current', async () => {
    const from = await openSession()
    const versions = Array.from({ length: 12 }, (_, at) => ({
      ...base,
      title: at % 2 ? '办法' : '新办法',
      body: `第一条　第${at}稿。`,
    }))
    for (const version of versions)
      await from.writer.recordDocuments([
        record(version),
        record({ ...version, identifier: 'dated', issuedOn: '2024-01-01' }),
      ])
    const to = await carryOver(from)
    expect(await to.items()).toEqual(await from.items())
    const view = await viewItem(to.access.db, 'abc', undefined, new Date())
    expect(view.passages[0]?.text).toBe('第11稿。')
  })
})

describe('a library carried over', () => {
  it('has an undated text where it was among dated ones, not newest of all', async () => {
    const from = await openSession()
    await from.writer.recordDocuments([
      { ...record({ ...base, body: '第一条　未注明日期。' }), recordedAt: '2024-03-01T08:00:00.000Z' },
      record({ ...base, body: '第一条　后来的。', issuedOn: '2024-06-01' }),
    ])
    const to = await carryOver(from)
    expect((await viewItem(to.access.db, 'abc', undefined, new Date())).passages[0]?.text).toBe('后来的。')
    const times = (session: TestSession) => findHistory(session.access.db, 'abc', new Date())
    expect(await times(to)).toEqual(await times(from))
  })

  it('takes no word for a time that is yet to come', async () => {
    const from = await openSession()
    await from.writer.recordDocuments([{ ...record(base), recordedAt: '2999-01-01T00:00:00.000Z' }])
    const [entry] = await findHistory(from.access.db, 'abc', new Date())
    expect(entry?.recordedAt.slice(0, 4)).not.toBe('2999')
  })
})

describe('an export', () => {
  it('is one folder a kind of Markdown files a person can read, with blobs beside them', async () => {
    const from = await openSession()
    const sha256 = await from.access.blobs.put(png)
    const attachment = { name: '申请表.png', mediaType: 'image/png', sha256, size: png.length }
    await from.writer.recordDocuments([
      record({ ...base, title: '土地管理法', issuedOn: '2019-08-26' }),
      record({ ...base, identifier: 'form', kind: 'template', title: '申请书', attachments: [attachment] }, [
        attachment,
      ]),
    ])
    const out = path.join(from.scratch, 'out')
    expect(await from.exportTo(out)).toMatchObject({ directory: out, revisions: 2, blobs: 1 })
    expect(readdirSync(out).sort()).toEqual(['policy', 'template'])
    const [name = ''] = readdirSync(path.join(out, 'policy'))
    expect(name).toMatch(/^土地管理法\(2019-08-26\)~[0-9a-f]{8}\.md$/)
    expect(readFileSync(path.join(out, 'policy', name), 'utf8')).toMatch(
      /^---\nxinhuo: 1\n[\s\S]*\ntitle: 土地管理法\n[\s\S]*\n---\n\n第一条　文。\n$/,
    )
    expect(existsSync(path.join(out, 'template', 'objects', sha256.slice(0, 2), sha256))).toBe(true)
  })

  it('is refused where something is already, and leaves that alone', async () => {
    const from = await openSession()
    const out = path.join(from.scratch, 'out')
    mkdirSync(out)
    writeFileSync(path.join(out, '我的.txt'), '别动')
    await expect(from.exportTo(out)).rejects.toThrow(/EXPORT_TARGET_EXISTS/)
    await expect(from.exportTo(path.join(out, '我的.txt'))).rejects.toThrow(/EXPORT_TARGET_EXISTS/)
    await expect(from.exportTo(path.parse(out).root)).rejects.toThrow(/EXPORT_TARGET_EXISTS/)
    await expect(from.exportTo(path.join(out, '我的.txt', '导出'))).rejects.toThrow(/EXPORT_TARGET_UNUSABLE/)
    expect(readdirSync(out)).toEqual(['我的.txt'])
  })

  it('is refused rather than made without an attachment that is gone', async () => {
    const from = await openSession()
    const out = path.join(from.scratch, 'out')
    const sha256 = sha256Of('丢失的附件')
    const blob = { sha256, size: 15, mediaType: 'text/plain' }
    const attachments = [{ name: '附件.txt', ...blob }]
    await from.writer.recordDocuments([record({ ...base, attachments }, [blob])])
    await expect(from.exportTo(out)).rejects.toThrow(/EXPORT_BLOB_MISSING/)
    expect(existsSync(out)).toBe(false)
  })

  it('may go into an empty folder, and one that is not there yet', async () => {
    const from = await openSession()
    await from.writer.recordDocuments([record(base)])
    const empty = path.join(from.scratch, '空')
    mkdirSync(empty)
    await from.exportTo(empty)
    await from.exportTo(path.join(from.scratch, '深', '处'))
    expect(readdirSync(empty)).toEqual(['policy'])
  })

  it('is there whole or not at all', async () => {
    const from = await openSession()
    const lost = { name: '丢失.png', mediaType: 'image/png', sha256: 'f'.repeat(64), size: 1 }
    await from.writer.recordDocuments([
      record(base),
      record({ ...base, identifier: 'lost', attachments: [lost] }, [lost]),
    ])
    const out = path.join(from.scratch, 'out')
    await expect(from.exportTo(out)).rejects.toThrow()
    expect(readdirSync(from.scratch)).toEqual(['library'])
  })
})
