import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { createIdentity, signValue } from '../../../library/feedback/sender-identity.ts'
import { recordSha256 } from '../../../library/stories/record-hash.ts'
import { startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { askAs, openStoryDesk, type StoryDesk } from '../process/story-desk.ts'
import { wholeRecord } from '../process/whole-record.ts'
import { takeSlip, uploadSlip } from './slip-offices.ts'

let desk: StoryDesk
let stick = ''
beforeAll(async () => {
  stick = temporaryFolder(afterAll)
  desk = await openStoryDesk()
}, 60_000)

/** Stands for `../escaped`, which replaces it. */
const ESCAPING = 'aa/escaped'
const stranger = createIdentity()
const picture = Buffer.from('一张图片的字节')
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const record = wholeRecord('别处来的故事')

/** A submission as a stranger would sign it. */
const submission = (more: object = {}) => ({
  type: 'submission',
  format: 1,
  id: randomUUID(),
  sender: { name: '来人', publicKey: stranger.publicKey },
  sentAt: '2026-03-01T08:00:00.000Z',
  storyId: `gushi-${randomUUID().slice(0, 8)}`,
  title: record.title,
  record,
  recordSha256: recordSha256(record),
  files: [] as object[],
  ...more,
})

/** A slip of these entries, whatever the signed body says. */
async function slipOf(
  body: object,
  entries: readonly { name: string; bytes: Uint8Array; compress?: boolean }[] = [],
  signature = signValue(body, stranger),
): Promise<string> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(JSON.stringify({ body, signature })), 'slip.json')
  for (const { name, bytes, compress = false } of entries) zip.addBuffer(Buffer.from(bytes), name, { compress })
  zip.end()
  const file = path.join(stick, `${randomUUID()}.slip`)
  const bytes = await buffer(zip.outputStream as Readable)
  // No honest tool writes such a name.
  const escaping = bytes.toString('latin1').replaceAll(ESCAPING, ESCAPING.replace('aa', '..'))
  writeFileSync(file, Buffer.from(escaping, 'latin1'))
  return file
}
const code = (file: string) =>
  takeSlip(desk.service, 'chen', file).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  )
const listed = (bytes: Uint8Array, more: object = {}) => ({
  sha256: sha(bytes),
  size: bytes.length,
  mediaType: 'image/jpeg',
  ...more,
})
const stories = () => desk.service.session.access.db.selectFrom('story').select('id').execute()

describe('a slip that somebody made up', () => {
  it('is taken in when it is right', async () => {
    const files = [listed(picture)]
    const file = await slipOf(submission({ files }), [{ name: `files/${sha(picture)}`, bytes: picture }])
    expect(await code(file)).toBe('taken')
  })

  it('is refused when another signed it, or nobody', async () => {
    const body = submission()
    expect(await code(await slipOf(body, [], signValue(body, createIdentity())))).toBe('SLIP_ALTERED')
    expect(await code(await slipOf(body, [], '00'.repeat(64)))).toBe('SLIP_ALTERED')
    expect(await code(await slipOf({ ...body, title: '换了标题' }, [], signValue(body, stranger)))).toBe('SLIP_ALTERED')
  })

  it('says nothing under the name of a record that is another', async () => {
    expect(await code(await slipOf(submission({ recordSha256: 'ab'.repeat(32) })))).toBe('SLIP_ALTERED')
  })

  it('holds exactly the files it lists, stored as they are', async () => {
    const files = [listed(picture)]
    const name = `files/${sha(picture)}`
    const other = Buffer.from('别的字节')
    const made = [
      slipOf(submission({ files })),
      slipOf(submission({ files: [] }), [{ name, bytes: picture }]),
      slipOf(submission({ files }), [{ name, bytes: other }]),
      slipOf(submission({ files: [listed(picture, { size: 3 })] }), [{ name, bytes: picture }]),
      slipOf(submission({ files: [...files, ...files] }), [{ name, bytes: picture }]),
      slipOf(submission({ files }), [{ name: ESCAPING, bytes: picture }]),
      slipOf(submission({ files }), [
        { name, bytes: picture },
        { name: 'extra.txt', bytes: other },
      ]),
    ]
    const before = await stories()
    for (const file of made) expect(await code(await file)).toBe('SLIP_ALTERED')
    expect(await stories()).toEqual(before)
  })

  it('unpacks to nothing larger than it is', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    const files = [listed(zeros)]
    const file = await slipOf(submission({ files }), [{ name: `files/${sha(zeros)}`, bytes: zeros, compress: true }])
    expect(await code(file)).toMatch(/^SLIP_(ALTERED|TOO_LARGE)$/)
    const padded = await slipOf({ ...submission(), note: ' '.repeat(40 * 1024 * 1024) })
    expect(await code(padded)).toBe('SLIP_TOO_LARGE')
  }, 60_000)

  it('of a newer format is not guessed at', async () => {
    expect(await code(await slipOf({ ...submission(), format: 2 }))).toBe('SLIP_TOO_NEW')
  })

  it('becomes no further version of a policy', async () => {
    const file = path.join(stick, '办法.md')
    writeFileSync(file, '# 水渠管护办法\n\n第一条 为了管好水渠，制定本办法。\n')
    const job = await askAs<{ id: string }>(desk.service, undefined, 'POST', '/api/imports', { paths: [file] })
    for await (const _ of desk.service.session.jobs.follow(job.id));
    const { id } = await desk.service.session.access.db
      .selectFrom('item')
      .select('id')
      .where('kind', '=', 'policy')
      .executeTakeFirstOrThrow()
    expect(await code(await slipOf(submission({ storyId: id })))).toBe('SLIP_FOREIGN')
  })

  it('cannot call itself by the names of what happens by itself here', async () => {
    for (const name of ['薪火', '本机', ' 薪\u200b火 ']) {
      const body = submission({ sender: { name, publicKey: stranger.publicKey } })
      expect(await code(await slipOf(body))).toBe('taken')
      const { createdBy } = await desk.show(body.storyId)
      expect(createdBy).toMatch(/^外来寄件人 [A-Z2-7]{4}$/)
    }
  })

  it('is shown as no page, whatever type it gives its pictures', async () => {
    const page = Buffer.from('<script>alert(1)</script>')
    const file = await slipOf(submission({ files: [listed(page, { mediaType: 'text/html' })] }), [
      { name: `files/${sha(page)}`, bytes: page },
    ])
    expect(await code(file)).toBe('taken')
    const response = await desk.service.handle(new Request(`http://xinhuo/api/blobs/${sha(page)}`))
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it('that others read at the same time is there once', async () => {
    const body = submission()
    const file = await slipOf(body)
    await Promise.all([1, 2, 3].map(() => takeSlip(desk.service, 'chen', file)))
    await uploadSlip(desk.service, file)
    expect((await desk.show(body.storyId)).events.filter(({ type }) => type === 'slip-taken')).toHaveLength(1)
  })

  it('leaves nothing behind in the folder for what comes in', () => {
    expect(readdirSync(desk.service.session.paths.incoming)).toEqual([])
  })
})

describe('a visitor of the office’s service', () => {
  it('names no folders of the server, and uploads and downloads instead', async () => {
    const service = await startService(temporaryFolder(), { shell: 'serve' })
    const { id } = await askAs<{ id: string }>(service, undefined, 'POST', '/api/stories', { record })
    const file = await slipOf(submission())
    const body = { type: 'submission', directory: stick }
    await expect(askAs(service, undefined, 'POST', `/api/stories/${id}/slips`, body)).rejects.toMatchObject({
      code: 'SLIP_PATHS_NOT_ALLOWED',
    })
    await expect(takeSlip(service, undefined, file)).rejects.toMatchObject({ code: 'SLIP_PATHS_NOT_ALLOWED' })
    expect((await uploadSlip(service, file)).state).toBe('taken')
    const response = await service.handle(
      new Request(`http://xinhuo/api/stories/${id}/slips`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'submission' }),
      }),
    )
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('报送-别处来的故事'))
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
})
