import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Hono } from 'hono'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../../library/http/error-response.ts'
import type { JobView } from '../../../library/jobs/job-view.ts'
import { learningRoutes } from '../../../library/meetings/learning/learning.routes.ts'
import type { LearningPathView } from '../../../library/meetings/learning/learning-view.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { createAccessKeys } from '../../../library/service/access-guard.ts'
import { createApp } from '../../../library/service/app.ts'
import { ask, ended, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { type Office, startOffice } from '../../updates/publishing/publishing-office.ts'

/** What a learner wrote; it must turn up nowhere. */
const SECRET = '丹桂飘香不外传'

const record = {
  type: 'path',
  format: 1,
  title: '窗口初级',
  steps: [
    { id: 's1', type: 'read', title: '读一读' },
    {
      id: 's2',
      type: 'quiz',
      title: '测一测',
      after: ['s1'],
      questions: [{ id: 'q1', type: 'blank', ask: '公示几日？', answers: ['三十日'] }],
    },
  ],
}

let office: Office
let pathId = ''
beforeAll(async () => {
  office = await startOffice({ atEnd: afterAll })
  const { service } = office
  pathId = (await ask<MaterialView>(service, 'POST', '/api/materials', { record })).id
  await ask(service, 'POST', `/api/materials/${pathId}/item`)
  await ask(service, 'PUT', `/api/learning/${pathId}/steps/s1`, { state: 'done' })
  await ask(service, 'PUT', `/api/learning/${pathId}/steps/s2`, { state: 'begun', answers: { q1: [SECRET] } })
})

const get = async (route: string) => (await office.service.handle(new Request(`http://xinhuo${route}`))).text()

/** All bytes below a folder, the library's database apart. */
function bytesBelow(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const read = files.filter(({ name }) => !name.startsWith('library.db'))
  return Buffer.concat(read.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name))))
}

const leavesOut = (bytes: Buffer) => {
  expect(bytes.length).toBeGreaterThan(0)
  expect(bytes.includes(SECRET)).toBe(false)
  expect(bytes.includes(JSON.stringify(SECRET).slice(1, -1))).toBe(false)
  expect(bytes.includes('learning_progress')).toBe(false)
}

describe('how far a learner is', () => {
  it('is answered to the learner', async () => {
    const path = await ask<LearningPathView>(office.service, 'GET', `/api/learning/${pathId}`)
    expect(path.progress?.map(({ stepId, state, answers }) => [stepId, state, answers])).toEqual([
      ['s1', 'done', undefined],
      ['s2', 'begun', { q1: [SECRET] }],
    ])
    expect(await get('/api/learning')).toContain(SECRET)
  })

  it('is answered by no other route of the service', async () => {
    const { session } = office.service
    const log = pino({ level: 'silent' })
    const app = createApp({
      ...{ session, log, keys: createAccessKeys(), hosts: () => [], shell: 'command', version: '0' },
      printer: { toPdf: () => Promise.reject(new Error('no printer')) },
      show: { address: () => undefined, showWindow: () => false },
    })
    const routes = new Set(app.routes.filter(({ method }) => method === 'GET').map((route) => route.path))
    const asked = [...routes].filter(
      (route) => route.startsWith('/api/') && !route.startsWith('/api/learning') && !route.endsWith('/events'),
    )
    expect(asked.length).toBeGreaterThan(60)
    expect(asked).toContain('/api/materials/:id')
    for (const route of asked) {
      const text = await get(route.replace(/:[A-Za-z0-9]+(?:\{[^}]*\})?/g, pathId))
      expect(text.includes(SECRET), route).toBe(false)
    }
  })

  it('is in no export, channel, shared file, letter or finding of the doctor', async () => {
    const { service } = office
    const folder = temporaryFolder()
    const job = await ask<JobView>(service, 'POST', '/api/exports', { directory: path.join(folder, '导出') })
    expect((await ended(service, job.id)).state).toBe('done')
    leavesOut(bytesBelow(path.join(folder, '导出')))

    await office.define({ choice: { queries: [], items: [pathId], excluded: [] } })
    await office.publish()
    const published = bytesBelow(office.repository)
    leavesOut(published)

    const bundle = await service.handle(new Request(`http://xinhuo/api/materials/${pathId}/bundle`))
    expect(bundle.status).toBe(200)
    leavesOut(Buffer.from(await bundle.arrayBuffer()))

    await ask(service, 'POST', '/api/reports', { kind: 'error', text: '有个错字', itemId: pathId })
    await ask(service, 'POST', '/api/reports/export', { directory: folder })
    leavesOut(bytesBelow(folder))

    leavesOut(Buffer.from(JSON.stringify(await ask(service, 'GET', '/api/doctor'))))
  })

  it('is in no file of the library but its database: no log, no index, no blob', () => {
    leavesOut(bytesBelow(office.service.session.paths.root))
  })

  it('leaves no trace where it could not be kept: the answer names neither path nor step', async () => {
    const { access } = office.service.session
    const broken = () => Promise.reject(new Error(`s1 of ${pathId}`))
    const writes = { saveLearningStep: broken, deleteLearningStep: broken, replaceLearningProgress: broken }
    const seen: unknown[] = []
    const app = new Hono().route('/learning', learningRoutes(access, writes, true)).onError((error, c) => {
      seen.push(error)
      return c.text('logged', 500)
    })
    const response = await app.request(`/learning/${pathId}/steps/s1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'done' }),
    })
    const { error } = (await response.json()) as ErrorBody
    expect([response.status, error.code]).toEqual([500, 'PROGRESS_NOT_SAVED'])
    expect(JSON.stringify(error)).not.toMatch(new RegExp(`s1|${pathId}`))
    expect(seen).toEqual([])
  })
})

describe('progress', () => {
  const progress = async () => (await ask<LearningPathView>(office.service, 'GET', `/api/learning/${pathId}`)).progress

  it('is kept by step, with the answers given before, and taken back step by step', async () => {
    const { service } = office
    await ask(service, 'PUT', `/api/learning/${pathId}/steps/s2`, { state: 'done' })
    expect((await progress())?.find(({ stepId }) => stepId === 's2')).toMatchObject({
      state: 'done',
      answers: { q1: [SECRET] },
    })
    await ask(service, 'DELETE', `/api/learning/${pathId}/steps/s1`)
    expect((await progress())?.map(({ stepId }) => stepId)).toEqual(['s2'])
  })

  it('is cleared at once, and can be put back', async () => {
    const { service } = office
    const before = await progress()
    const cleared = await ask(service, 'DELETE', `/api/learning/${pathId}/progress`)
    expect(cleared).toEqual({ progress: before })
    expect(await progress()).toEqual([])
    await ask(service, 'PUT', `/api/learning/${pathId}/progress`, { progress: before })
    expect(await progress()).toEqual(before)
  })

  it('says nothing of a day in its answer but the day itself, and counts nothing', async () => {
    for (const step of (await progress()) ?? []) {
      expect(Object.keys(step).filter((key) => !['stepId', 'state', 'answers', 'at'].includes(key))).toEqual([])
      expect(step.at).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it('is refused of steps and paths that are not there, and in other words than begun and done', async () => {
    const { service } = office
    const put = (route: string, body: object) =>
      ask(service, 'PUT', `/api/learning/${route}`, body).then(
        () => 'kept',
        (error: { status: number }) => error.status,
      )
    expect(await put(`${pathId}/steps/none`, { state: 'done' })).toBe(404)
    expect(await put('xuexi-none/steps/s1', { state: 'done' })).toBe(404)
    expect(await put(`${pathId}/steps/s1`, { state: 'failed' })).toBe(400)
    expect(await put(`${pathId}/steps/s1`, { state: 'done', score: 90 })).toBe(400)
  })

  it('goes with its path', async () => {
    const { service } = office
    const { id } = await ask<MaterialView>(service, 'POST', '/api/materials', { record })
    await ask(service, 'PUT', `/api/learning/${id}/steps/s1`, { state: 'done' })
    await ask(service, 'DELETE', `/api/materials/${id}`)
    const rows = () =>
      service.session.access.db.selectFrom('learning_progress').where('path_id', '=', id).selectAll().execute()
    await service.session.writer.purgeDiscardedMaterials()
    expect(await rows()).toHaveLength(1)
    expect(await ask(service, 'DELETE', `/api/learning/${id}/progress`)).toMatchObject({ progress: [{ stepId: 's1' }] })
    expect(await rows()).toHaveLength(0)
  })
})

describe('where an office serves many', () => {
  it('is kept by nobody here: the routes refuse, and a path comes without it', async () => {
    const service = await startService(path.join(temporaryFolder(), '资料库'), { shell: 'serve' })
    const { id } = await ask<MaterialView>(service, 'POST', '/api/materials', { record })
    const refused = async (method: string, route: string, body?: object) => {
      const init = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      const response = await service.handle(new Request(`http://xinhuo/api/learning/${route}`, { method, ...init }))
      return [response.status, ((await response.json()) as ErrorBody).error.code]
    }
    const no = [404, 'NOT_KEPT_HERE']
    expect(await refused('PUT', `${id}/steps/s1`, { state: 'done' })).toEqual(no)
    expect(await refused('DELETE', `${id}/steps/s1`)).toEqual(no)
    expect(await refused('DELETE', `${id}/progress`)).toEqual(no)
    expect(await refused('PUT', `${id}/progress`, { progress: [] })).toEqual(no)
    const view = await ask<LearningPathView>(service, 'GET', `/api/learning/${id}`)
    expect([view.steps.length, 'progress' in view]).toEqual([2, false])
    expect((await ask<LearningPathView[]>(service, 'GET', '/api/learning')).some((path) => 'progress' in path)).toBe(
      false,
    )
  })
})
