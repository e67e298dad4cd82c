import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RunningService } from '../../library/service/run-service.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { ask, importPaths, type RawAnswer, send, startService } from './running-service.ts'

const ErrorBody = z.strictObject({
  error: z.strictObject({
    code: z.string().regex(/^[A-Z_]+$/),
    what: z.string().regex(/[\u4e00-\u9fff]/),
    why: z.string().optional(),
    todo: z.string().optional(),
  }),
})
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The answer of one of two attempts under 0.9 s: the machine may be busy with something else for a moment. */
async function atOnce(question: () => Promise<RawAnswer>): Promise<RawAnswer> {
  for (let attempt = 1; ; attempt++) {
    const started = performance.now()
    const answer = await question()
    const took = performance.now() - started
    if (took < 900) return answer
    expect(attempt, `${Math.round(took)} ms`).toBeLessThan(2)
  }
}

describe('answers of the service', () => {
  let service: RunningService
  let picture = ''
  beforeAll(async () => {
    service = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
    const folder = temporaryFolder(afterAll)
    writeFileSync(path.join(folder, 'a.md'), policyText('宅基地管理办法', '𠮷祥村宅基地'))
    const data = `data:image/png;base64,${PICTURE.toString('base64')}`
    writeFileSync(path.join(folder, 'b.html'), `<h1>图文说明</h1><p>见图<img src="${data}" alt="图"></p>`)
    const job = await importPaths(service, [folder])
    expect(job).toMatchObject({ state: 'done', result: { imported: 2, skipped: [] } })
    const row = await service.session.access.db.selectFrom('blob').select('sha256').executeTakeFirstOrThrow()
    picture = row.sha256
  })
  const get = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
    send({ pipe: service.pipe }, method, target, headers)

  it('blobs: whole, in ranges, 416 outside, and HEAD without a body', async () => {
    const target = `/api/blobs/${picture}`
    const size = PICTURE.length
    const whole = await get(target)
    expect(whole).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'content-length': String(size), 'accept-ranges': 'bytes' },
    })
    const ranges: [string, string][] = [
      ['bytes=0-9', `bytes 0-9/${size}`],
      ['bytes=10-', `bytes 10-${size - 1}/${size}`],
      ['bytes=-5', `bytes ${size - 5}-${size - 1}/${size}`],
      ['bytes=0-999999', `bytes 0-${size - 1}/${size}`],
    ]
    for (const [range, expected] of ranges) {
      expect(await get(target, { range })).toMatchObject({ status: 206, headers: { 'content-range': expected } })
    }
    for (const range of [`bytes=${size}-`, 'bytes=9-3', 'bytes=99999999999999999999-']) {
      const outside = await get(target, { range })
      expect([range, outside.status, outside.headers['content-range']]).toEqual([range, 416, `bytes */${size}`])
      expect(ErrorBody.parse(JSON.parse(outside.body)).error.code).toBe('RANGE_NOT_SATISFIABLE')
    }
    for (const range of ['items=0-1', 'bytes=a-b', 'bytes=0-1,3-4'])
      expect((await get(target, { range })).status).toBe(200)
    for (let round = 0; round < 50; round++) {
      const head = await get(target, {}, 'HEAD')
      expect([head.status, head.headers['content-length'], head.body]).toEqual([200, String(size), ''])
    }
  })

  it.each(['nothing', '0'.repeat(64), '..%2f..%2flibrary.db', `${'0'.repeat(63)}%00`])(
    'the blob %j is not found',
    async (name) => {
      const answer = await get(`/api/blobs/${name}`)
      expect([answer.status, ErrorBody.parse(JSON.parse(answer.body)).error.code]).toEqual([404, 'BLOB_NOT_FOUND'])
    },
  )

  it('errors have one shape and name what is wrong', async () => {
    const cases: [string, string, number, string][] = [
      ['GET', '/api/items/nothing', 404, 'ITEM_NOT_FOUND'],
      ['GET', '/api/jobs/nothing', 404, 'JOB_NOT_FOUND'],
      ['POST', '/api/jobs/nothing/cancel', 404, 'JOB_NOT_FOUND'],
      ['GET', '/api/search?limit=0', 400, 'BAD_REQUEST'],
      ['GET', '/api/search?kind=nonsense', 400, 'BAD_REQUEST'],
      ['POST', '/api/imports', 400, 'BAD_REQUEST'],
      ['POST', '/api/backups/library-2020-01-01T000000Z.db/restore', 404, 'BACKUP_NOT_FOUND'],
      ['POST', '/api/backups/..%2flibrary.db/restore', 404, 'BACKUP_NOT_FOUND'],
    ]
    for (const [method, target, status, code] of cases) {
      const answer = await get(target, { 'content-type': 'application/json' }, method)
      expect([target, answer.status, ErrorBody.parse(JSON.parse(answer.body)).error.code]).toEqual([
        target,
        status,
        code,
      ])
    }
    const unknown = await get('/api/nothing')
    expect([unknown.status, ErrorBody.parse(JSON.parse(unknown.body)).error.code]).toEqual([404, 'NOT_FOUND'])
  })

  describe('whatever is typed', () => {
    const hostile: [string, string][] = [
      ['10,000 characters', '宅基地'.repeat(3334)],
      ['20,000 rare ones', '𠮷'.repeat(10_000)],
      ['more than is read', '宅'.repeat(25_000)],
      ['10,000 words', '宅 '.repeat(5000)],
      ['10,000 not-words', '-宅 '.repeat(3000)],
      ['punctuation', '!@#$%^&*()_+-=[]{}|;:\'",.<>/?\\`~，。、；：“”‘’！？（）《》【】…—·'],
      ['quotes that never close', '"宅基地 "" "'],
      ['10,000 quotes', '"'.repeat(10_000)],
      ['NULs', '宅\u0000基\u0000地\u0000'],
      ['FTS5 syntax', 'title : 宅基地 NEAR(a b, 2) AND (x OR y*) NOT z ^first {title text} : "a" + b'],
      ['unbalanced brackets', '((((((宅基地'],
      ['SQL', "'; DROP TABLE item; --"],
      ['a filter of nothing', 'kind: issuer: after: before:abc validity:x in-force:maybe'],
      ['a rare character', '𠮷祥村'],
      ['half of one', '\ud842宅'],
      ['controls and directions', '\u202e宅\u200b基\u0007地\ufeff'],
      ['only minus', '- -- ---'],
      ['emoji joined', '👨‍👩‍👧‍👦'.repeat(500)],
    ]
    it.each(hostile)('%s: an answer at once or one plain refusal, and nothing changes', async (_name, typed) => {
      const db = service.session.access.db
      const count = () =>
        db
          .selectFrom('revision')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirst()
      const before = await count()
      for (const place of ['search', 'passages', 'suggest']) {
        const answer = await atOnce(() => get(`/api/${place}?q=${encodeURIComponent(typed.toWellFormed())}`))
        if (answer.status !== 200) {
          expect([place, answer.status]).toEqual([place, 400])
          ErrorBody.parse(JSON.parse(answer.body))
        }
      }
      expect(await count()).toEqual(before)
      expect(await ask<{ total: number }>(service, 'GET', '/api/passages?q=宅基地')).toMatchObject({ total: 3 })
    })

    it('finds by a character beyond the BMP', async () => {
      const { total } = await ask<{ total: number }>(service, 'GET', `/api/passages?q=${encodeURIComponent('𠮷祥村')}`)
      expect(total).toBe(1)
    })
  })
})
