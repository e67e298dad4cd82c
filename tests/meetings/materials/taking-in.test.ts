import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  MaterialProposal,
  MaterialView,
  PartReference,
} from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { type MaterialDesk, openMaterialDesk } from './material-desk.ts'

let desk: MaterialDesk
beforeAll(async () => {
  desk = await openMaterialDesk()
  await desk.add(
    {
      title: '中华人民共和国水法',
      topics: ['水利'],
      body: '# 第一章 总则\n\n第一条 为了用好水。\n\n第三十条 轮流用水。\n\n（一）先上游；\n\n（二）后下游。',
    },
    {
      title: '《水法》用水解读',
      topics: ['水利'],
      body: '## 一句话说清\n\n按次序用水（第三十条）。\n\n## 怎么走\n\n先登记。',
    },
    {
      ...{ kind: 'story', title: '老渠的故事', topics: ['水利'], posts: ['水利岗'], places: ['石坪乡', '高岭村'] },
      description: '两家不再吵。',
      body: '## 什么情况\n\n2023年没有水。\n\n## 做了什么\n\n1. 画图；\n2. 贴图。\n\n## 原话\n\n> 有图就不吵。\n> ——王某\n\n## 有关条文和文书\n\n- 《水法》第三十条',
    },
    { kind: 'guide', title: '怎么报修水渠', topics: ['水利'], body: '## 先看\n\n看渠。\n\n## 再报\n\n打电话。' },
    { kind: 'template', title: '用水登记表', topics: ['水利'], body: '填写。' },
  )
})
afterAll(() => desk.close())

const idOf = async (title: string) =>
  (await desk.access.db.selectFrom('item').where('title', '=', title).select('id').executeTakeFirstOrThrow()).id
const take = async (...references: PartReference[]) =>
  (await desk.ask<{ parts: MeetingPart[]; missing: PartReference[] }>('POST', '/parts', { references })).body

describe('what is taken into a meeting', () => {
  it('is a reading part for a passage, with its words, revision and validity', async () => {
    const itemId = await idOf('中华人民共和国水法')
    const { parts, missing } = await take({ itemId, anchor: '第三十条' })
    expect(missing).toEqual([])
    expect(parts).toMatchObject([
      {
        type: 'reading',
        title: '《水法》第三十条',
        cites: [
          {
            ...{ title: '水法', provision: '第三十条', itemId, anchor: '第三十条', validity: 'in-force' },
            text: '轮流用水。\n\n（一）先上游；\n\n（二）后下游。',
            citedOn: '2026-11-21',
          },
        ],
      },
    ])
  })

  it('is the beginning of a text when no place in it is named', async () => {
    const { parts } = await take({ itemId: await idOf('《水法》用水解读') })
    expect(parts).toMatchObject([
      {
        type: 'reading',
        title: '《水法》用水解读',
        cites: [{ text: expect.stringMatching(/一句话说清[\s\S]*先登记/) }],
      },
    ])
  })

  it('is what was marked, also when the newest text has it no more', async () => {
    const old = { title: '灌溉法', identifier: 'guangai-fa', issuedOn: '2020-01-01' }
    await desk.add({ ...old, body: '第一条 总则。\n\n第九条 老渠归村里。' })
    await desk.add({ ...old, issuedOn: '2024-01-01', body: '第一条 总则。' })
    const { parts } = await take({ itemId: 'guangai-fa', anchor: '第九条' })
    expect(parts).toMatchObject([{ cites: [{ provision: '第九条', text: '老渠归村里。', validity: 'amended' }] }])
    const made = await desk.make({ title: '学灌溉法', parts })
    expect(made.changed).toBe(1)
  })

  it('is a story told by its sections, with its clauses and something to ask', async () => {
    const [part] = (await take({ itemId: await idOf('老渠的故事') })).parts
    expect(part).toMatchObject({
      type: 'story',
      title: '老渠的故事',
      story: {
        ...{ title: '老渠的故事', summary: '两家不再吵。', place: '石坪乡高岭村', happened: '2023' },
        sections: [
          { heading: '什么情况', text: '2023年没有水。' },
          { heading: '做了什么', text: '1. 画图；\n2. 贴图。' },
        ],
        quotes: [{ text: '有图就不吵。', by: '王某' }],
        from: { id: await idOf('老渠的故事'), takenOn: '2026-11-21' },
      },
      cites: [{ title: '水法', provision: '第三十条', itemId: await idOf('中华人民共和国水法'), validity: 'in-force' }],
    })
    expect(part?.type === 'story' && part.ask.length).toBeGreaterThan(0)
  })

  it('is an exercise for a guide or a template, and names what is not here', async () => {
    const guide = await idOf('怎么报修水渠')
    const template = await idOf('用水登记表')
    const { parts, missing } = await take({ itemId: guide }, { itemId: 'nowhere' }, { itemId: template })
    expect(missing).toEqual([{ itemId: 'nowhere' }])
    expect(parts).toMatchObject([
      { type: 'exercise', from: { id: guide }, text: '**先看**\n\n看渠。\n\n**再报**\n\n打电话。' },
      { type: 'exercise', template: { itemId: template, title: '用水登记表' } },
    ])
  })

  it('is a scene for a drill made here, twice without one id twice; a meeting fits in none', async () => {
    const drill = await desk.make({
      ...{ type: 'drill', title: '谁先用水', minutes: 25, cites: [{ id: 'c', title: '水法', provision: '第三十条' }] },
    })
    const meeting = await desk.make({ title: '别的会' })
    const { parts, missing } = await take({ itemId: drill.id }, { itemId: drill.id }, { itemId: meeting.id })
    expect(missing).toEqual([{ itemId: meeting.id }])
    expect(parts).toMatchObject([
      { type: 'scene', title: '谁先用水', minutes: 25, from: { id: drill.id, revision: drill.recordSha256 } },
      { type: 'scene' },
    ])
    const ids = parts.flatMap((part) => (part.type === 'scene' ? (part.drill?.cites ?? []) : [])).map(({ id }) => id)
    expect(new Set([...ids, ...parts.map(({ id }) => id)]).size).toBe(4)
  })
})

describe('proposals', () => {
  it('are stories of a clause, clauses of a story and what is on the same topic, in plain words', async () => {
    await desk.make({
      ...{ type: 'drill', title: '渠边演练', topics: ['水利'], audience: { posts: ['水利岗'], level: 'beginner' } },
    })
    const { parts } = await take({ itemId: await idOf('中华人民共和国水法'), anchor: '第三十条' })
    const meeting = await desk.make({
      ...{ title: '学水法', topics: ['水利'], audience: { posts: ['水利岗'], level: 'beginner' }, parts },
    })
    const { body } = await desk.ask<MaterialProposal[]>('GET', `/${meeting.id}/proposals`)
    const reasons = new Map(body.map(({ title, reasons: why }) => [title, why]))
    expect(reasons.get('老渠的故事')).toEqual(['这个故事用到第三十条', '同样讲“水利”', '和水利岗有关'])
    expect(reasons.get('渠边演练')).toEqual(['同样讲“水利”', '和水利岗有关', '给初级的'])
    expect([...reasons.keys()]).toEqual(expect.arrayContaining(['《水法》用水解读', '用水登记表']))
    expect(reasons.has('中华人民共和国水法')).toBe(false)
    const told = await desk.make({
      title: '讲老渠',
      parts: (await take({ itemId: await idOf('老渠的故事') })).parts.map((part) => ({ ...part, cites: [] })),
    })
    const behind = (
      await desk.ask<MaterialProposal[]>(
        'GET',
        `/${told.id}/proposals?part=${'parts' in told.record ? told.record.parts[0]?.id : ''}`,
      )
    ).body
    expect(behind.find(({ provision }) => provision === '第三十条')).toMatchObject({
      ...{ partType: 'reading', title: '水法', snippet: '轮流用水。 （一）先上游； （二）后下游。' },
      reference: { anchor: '第三十条' },
      reasons: ['故事《老渠的故事》用到第三十条'],
    })
  })
})

describe('pictures', () => {
  const send = (name: string, bytes: Uint8Array) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], name))
    return desk.ask<{ added: { sha256: string; width: number }[]; refused: { name: string; reason: string }[] }>(
      'POST',
      '/pictures',
      form,
    )
  }

  it('are taken with their size; broken ones, films and documents are refused with a sentence', async () => {
    const good = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a00' } })
      .jpeg()
      .toBuffer()
    const { body } = await send('红.jpg', good)
    expect(body).toMatchObject({
      added: [{ name: '红.jpg', width: 40, height: 30, mediaType: 'image/jpeg' }],
      refused: [],
    })
    expect(await desk.access.blobs.has(body.added[0]?.sha256 ?? '')).toBe(true)
    const broken = await send('坏.jpg', good.subarray(0, 200))
    expect(broken.body).toMatchObject({
      added: [],
      refused: [{ name: '坏.jpg', reason: expect.stringMatching(/不完整/) }],
    })
    expect((await send('说明.txt', Buffer.from('文字'))).body.refused).toHaveLength(1)
  })
})

it('a meeting keeps its parts when nothing of the library is left', async () => {
  const { parts } = await take({ itemId: await idOf('老渠的故事') })
  const made = await desk.make({ title: '留着', parts })
  await desk.writer.putAway(await idOf('老渠的故事'))
  await desk.catchUp()
  const { body } = await desk.ask<MaterialView>('GET', `/${made.id}`)
  expect(body.record).toEqual(made.record)
  expect(body.changed).toBe(1)
})
