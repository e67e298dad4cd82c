import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LearningPathView, PathStepView } from '../../../library/meetings/learning/learning-view.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import { ask, importPaths, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

let service: RunningService
let folder = ''
beforeAll(async () => {
  service = await startService(path.join(temporaryFolder(afterAll), '资料库'), { atEnd: afterAll })
  folder = temporaryFolder(afterAll)
})

const law = (words: string, issuedOn: string) => {
  const file = path.join(folder, `水法${issuedOn}.md`)
  const head = `---\nxinhuo: 1\nkind: policy\nidentifier: shuifa-ceshi\ntitle: 水法\nissuedOn: ${issuedOn}\n---\n`
  writeFileSync(file, `${head}第一条 为了试验。\n\n第二条 ${words}\n`)
  return file
}
const make = async (record: object) =>
  (await ask<MaterialView>(service, 'POST', '/api/materials', { record: { format: 1, title: '', ...record } })).id
const learn = (id: string) => ask<LearningPathView>(service, 'GET', `/api/learning/${id}`)
const step = (view: LearningPathView, id: string) => view.steps.find((one) => one.id === id) as PathStepView

describe('a step', () => {
  it('leads to what it names: a passage, a drill to be played, a guide, a meeting, another path', async () => {
    await importPaths(service, [law('节约用水。', '2024-01-01')])
    const [drill, guide, meeting, other] = await Promise.all(
      (['drill', 'guide', 'meeting', 'path'] as const).map((type) => make({ type, title: `我的${type}` })),
    )
    const id = await make({
      type: 'path',
      steps: [
        { id: 'a', type: 'read', itemId: 'shuifa-ceshi', anchor: '第二条' },
        { id: 'b', type: 'drill', itemId: drill },
        { id: 'c', type: 'guide', itemId: guide },
        { id: 'd', type: 'meeting', itemId: meeting },
        { id: 'e', type: 'read', itemId: other },
        { id: 'f', type: 'quiz', questions: [{ id: 'q', type: 'judgement', ask: '对吗', isTrue: true }] },
        { id: 'g', type: 'quiz' },
        { id: 'h', type: 'read', itemId: 'nirgends' },
        { id: 'i', type: 'drill' },
        { id: 'j', type: 'drill', itemId: 'shuifa-ceshi' },
      ],
    })
    const { steps } = await learn(id)
    const found = steps.map(({ here, open }) => [here, open && decodeURIComponent(open)])
    expect(found).toEqual([
      [true, '/item/shuifa-ceshi#第二条'],
      [true, `/drills/${drill}/play`],
      [true, `/guides/${guide}`],
      [true, `/present/${meeting}`],
      [true, `/learning/${other}`],
      [true, undefined],
      [false, undefined],
      [false, undefined],
      [false, undefined],
      // What is no drill is read.
      [true, '/item/shuifa-ceshi'],
    ])
    expect(steps[0]?.target).toBe('水法')
  })

  it('says when what it names was put away or deleted, and comes back with it', async () => {
    await importPaths(service, [law('节约用水。', '2024-01-01')])
    const drill = await make({ type: 'drill', title: '演练' })
    const id = await make({
      type: 'path',
      steps: [
        { id: 'a', type: 'read', itemId: 'shuifa-ceshi' },
        { id: 'b', type: 'drill', itemId: drill },
      ],
    })
    await ask(service, 'DELETE', `/api/materials/${drill}`)
    await service.session.writer.putAway('shuifa-ceshi')
    expect((await learn(id)).steps.map(({ here, open }) => [here, open])).toEqual([
      [false, undefined],
      [false, undefined],
    ])
    await service.session.writer.bringBack('shuifa-ceshi')
    await ask(service, 'POST', `/api/materials/${drill}/restore`)
    expect((await learn(id)).steps.map(({ here }) => here)).toEqual([true, true])
  })

  it('says when the passage is another than when the path was made, and only then', async () => {
    await importPaths(service, [law('节约用水。', '2024-01-01')])
    const { revision } = await ask<{ revision: string }>(service, 'GET', '/api/items/shuifa-ceshi')
    const named = { type: 'read', itemId: 'shuifa-ceshi', revision }
    const id = await make({
      type: 'path',
      steps: [
        { id: 'a', ...named, anchor: '第一条' },
        { id: 'b', ...named, anchor: '第二条' },
      ],
    })
    expect((await learn(id)).steps.map(({ changed }) => changed)).toEqual([false, false])
    await importPaths(service, [law('节约用水，人人有责。', '2025-01-01')])
    expect((await learn(id)).steps.map(({ changed }) => changed)).toEqual([false, true])
  })

  it('comes after what is there, and rings are said', async () => {
    const id = await make({
      type: 'path',
      steps: [
        { id: 'a', type: 'quiz', title: '甲', after: ['b'] },
        { id: 'b', type: 'quiz', title: '乙', after: ['a', 'weg'] },
      ],
    })
    const view = await learn(id)
    expect([step(view, 'a').after, step(view, 'b').after]).toEqual([[], ['a']])
    expect(view.faults.map(({ stepId, fault }) => [stepId, fault])).toEqual([
      ['b', 'missing'],
      ['a', 'ring'],
    ])
  })
})

describe('the shelf', () => {
  it('holds what is for a post and a level, and what is for everybody; deleted ones and other materials not', async () => {
    const path = (title: string, posts: string[], level: string) =>
      make({ type: 'path', title, audience: { posts, level } })
    await path('窗口初级', ['便民服务岗'], 'beginner')
    await path('窗口高级', ['便民服务岗'], 'advanced')
    await path('民政初级', ['民政岗'], 'beginner')
    await path('人人都学', [], 'all')
    await ask(service, 'DELETE', `/api/materials/${await path('删了', [], 'all')}`)
    const titles = async (query: string) =>
      (await ask<LearningPathView[]>(service, 'GET', `/api/learning?${query}`))
        .map(({ title }) => title)
        .filter((title) => /窗口|民政|人人|删了/.test(title))
        .sort()
    const post = encodeURIComponent('便民服务岗')
    expect(await titles(`post=${post}`)).toEqual(['人人都学', '窗口初级', '窗口高级'])
    expect(await titles(`post=${post}&level=beginner`)).toEqual(['人人都学', '窗口初级'])
    expect(await titles('')).toEqual(['人人都学', '民政初级', '窗口初级', '窗口高级'])
  })

  it('answers for a meeting, and for nothing, that there is no such path', async () => {
    const meeting = await make({ type: 'meeting', title: '会' })
    for (const id of [meeting, 'xuexi-nirgends'])
      await expect(learn(id)).rejects.toMatchObject({ status: 404, answer: { error: { code: 'MATERIAL_NOT_FOUND' } } })
  })
})

describe('the ready paths', () => {
  it('lead through things that are all here, in an order that makes sense', async () => {
    const content = new URL('../../../content/', import.meta.url)
    const folders = ['policies', 'stories', 'guides', 'meetings', 'drills', 'learning']
    await importPaths(
      service,
      folders.map((name) => fileURLToPath(new URL(name, content))),
    )
    const ready = (await ask<LearningPathView[]>(service, 'GET', '/api/learning')).filter(({ own }) => !own)
    expect(ready.map(({ level }) => level).sort()).toEqual(['advanced', 'beginner', 'intermediate'])
    for (const { title, steps, faults } of ready) {
      expect(
        steps.filter(({ here }) => !here).map((missing) => `${title}：${missing.title}`),
        title,
      ).toEqual([])
      expect(faults, title).toEqual([])
      expect(
        steps.filter(({ type }) => type === 'quiz').flatMap(({ questions }) => questions).length,
        title,
      ).toBeGreaterThan(0)
    }
  }, 60_000)
})
