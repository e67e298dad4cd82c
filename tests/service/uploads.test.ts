import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import type { RunningService } from '../../library/service/run-service.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { ask, ended, send, startService } from './running-service.ts'

describe('files dragged into the window', () => {
  let service: RunningService
  beforeAll(async () => {
    service = await startService(temporaryFolder(afterAll), { atEnd: afterAll })
  })
  const boundary = 'xinhuo-boundary'
  const part = (name: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${name.split('/').at(-1)}"\r\nContent-Type: text/markdown\r\n\r\n${content}\r\n`
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const upload = (...parts: string[]) =>
    send({ pipe: service.pipe }, 'POST', '/api/imports/upload', headers, `${parts.join('')}--${boundary}--\r\n`)
  const waiting = () => {
    try {
      return readdirSync(service.session.paths.incoming)
    } catch {
      return []
    }
  }

  it('come in with their Chinese names and folders, and their copies go', async () => {
    const answer = await upload(
      part('政策/宅基地（试行）.md', policyText('宅基地办法', '沧浪亭台')),
      part('政策/𠮷祥 村规.md', policyText('𠮷祥村规', '昆仑雪峰')),
    )
    expect(answer.status).toBe(202)
    const job = await ended(service, (JSON.parse(answer.body) as JobView).id)
    expect(job).toMatchObject({ state: 'done', result: { imported: 2, skipped: [] } })
    const { hits } = await ask<{ hits: { source: string }[] }>(service, 'GET', '/api/passages?q=沧浪亭台')
    expect(hits.map((hit) => hit.source)).toEqual(['政策/宅基地（试行）.md'])
    expect(waiting()).toEqual([])
  })

  it('the same again, though copied elsewhere, is unchanged', async () => {
    const answer = await upload(part('政策/宅基地（试行）.md', policyText('宅基地办法', '沧浪亭台')))
    expect(await ended(service, (JSON.parse(answer.body) as JobView).id)).toMatchObject({ result: { unchanged: 1 } })
  })

  it.each(['../../library.db', '/etc/passwd', 'a/../../b.md', 'C:\\windows\\a.md', '..\\a.md'])(
    'a name that leads elsewhere (%s) is refused and nothing is left',
    async (name) => {
      const answer = await upload(part('好.md', policyText('好办法', '好')), part(name, policyText('坏办法', '坏')))
      expect([answer.status, (JSON.parse(answer.body) as { error: { code: string } }).error.code]).toEqual([
        422,
        'UPLOAD_UNSAFE_NAME',
      ])
      expect(waiting()).toEqual([])
    },
  )

  it('nothing at all, and what is no form, are refused', async () => {
    for (const body of ['', `--${boundary}--\r\n`]) {
      const answer = await send({ pipe: service.pipe }, 'POST', '/api/imports/upload', headers, body)
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
        422,
        { error: { what: expect.stringMatching(/[\u4e00-\u9fff]/) } },
      ])
    }
    expect(waiting()).toEqual([])
  })

  it('an upload that breaks off leaves nothing', async () => {
    const sending = request({
      socketPath: service.pipe,
      method: 'POST',
      path: '/api/imports/upload',
      headers: { ...headers, 'content-length': '1000000' },
    })
    sending.on('error', () => {})
    sending.write(part('半.md', '半'.repeat(10_000)).slice(0, 20_000))
    await expect.poll(() => waiting().length, { timeout: 5000 }).toBe(1)
    sending.destroy()
    await expect.poll(waiting, { timeout: 5000 }).toEqual([])
    expect(service.session.jobs.active()).toEqual([])
  })
})
