import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { splitPassages } from '../../../library/items/passages.ts'
import { canonicalMaterial } from '../../../library/meetings/materials/canonical-material.ts'
import { citationsOf, mapCitations } from '../../../library/meetings/materials/citations-of.ts'
import { MaterialRecord } from '../../../library/meetings/materials/material.schema.ts'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { renderMaterial } from '../../../library/meetings/materials/render-material.ts'
import { clockOf } from '../../../library/meetings/outline/clock.ts'
import { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { type MaterialDesk, openMaterialDesk } from './material-desk.ts'

let desk: MaterialDesk
beforeAll(async () => {
  desk = await openMaterialDesk()
})
afterAll(() => desk.close())

describe('a record that nobody would write', () => {
  it('is kept with rare characters and emoji, 5,000-character clauses and 300 parts', async () => {
    const long = `第六十二条规定，${'农村村民一户只能拥有一处宅基地，'.repeat(320)}`
    const parts = Array.from({ length: 300 }, (_, at) => ({
      ...{ id: `p${at}`, type: 'reading', title: `第${at}环节 𠮷〇👨‍👩‍👧‍👦`, minutes: 1 },
      cites: [{ id: `c${at}`, title: '土地管理法', provision: '第六十二条', text: at % 3 === 2 ? long : '短。' }],
    }))
    const made = await desk.make({ title: '𠮷田同志的例会🎉', parts })
    const { body } = await desk.ask<MaterialView>('GET', `/${made.id}`)
    expect(body.record).toMatchObject({ title: '𠮷田同志的例会🎉' })
    const record = body.record as MeetingRecord
    expect(record.parts[299]).toMatchObject({ title: '第299环节 𠮷〇👨‍👩‍👧‍👦', cites: [{ text: long }] })
    expect((await desk.list(`q=${encodeURIComponent('𠮷田')}`)).total).toBe(1)
    const again = await desk.ask<MaterialView>('PUT', `/${made.id}`, { record: body.record, read: made.recordSha256 })
    expect(again.body.recordSha256).toBe(made.recordSha256)
  })

  it('is refused with a sentence when it is too large, has fields nobody knows, or is of another type now', async () => {
    const huge = {
      type: 'meeting',
      format: 1,
      title: '大',
      purpose: '',
      parts: [{ id: 'a', type: 'opening', notes: '水'.repeat(2_000_000) }],
    }
    expect(await desk.ask('POST', '/', { record: huge })).toMatchObject({
      status: 413,
      body: { error: { code: 'MATERIAL_TOO_LARGE', what: expect.stringContaining('内容太多') } },
    })
    expect(
      await desk.ask('POST', '/', { record: { type: 'meeting', format: 1, title: '多', points: 9 } }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_REQUEST', why: expect.stringMatching(/^record：.*points/) } },
    })
    const made = await desk.make({ title: '会' })
    const drill = { record: { type: 'drill', format: 1, title: '会' }, read: made.recordSha256 }
    expect(await desk.ask('PUT', `/${made.id}`, drill)).toMatchObject({ status: 409 })
    expect(await desk.ask('PUT', '/nowhere', drill)).toMatchObject({ status: 404 })
    expect((await desk.ask<MaterialView>('GET', `/${made.id}`)).body.recordSha256).toBe(made.recordSha256)
  })

  it('has every id once when it is kept, the first as it was', async () => {
    const cites = [
      { id: 'same', title: '甲法' },
      { id: 'same', title: '乙法' },
    ]
    const made = await desk.make({
      title: '重号',
      parts: [
        { id: 'same', type: 'reading', cites },
        {
          id: 'same',
          type: 'scene',
          drill: { type: 'drill', format: 1, title: '演', cites, turns: [{ id: 't' }, { id: 't' }] },
        },
      ],
    })
    const record = made.record as MeetingRecord
    const ids = [...record.parts.map(({ id }) => id), ...citationsOf(record).map(({ citeId }) => citeId)]
    expect(new Set(ids).size).toBe(6)
    expect(record.parts[0]?.id).toBe('same')
  })
})

const word = fc.string({ unit: 'grapheme', maxLength: 20 })
const cite = fc.record(
  { id: fc.constantFrom('a', 'b', 'c'), title: word, provision: fc.constantFrom('第一条', '第二条第一款'), text: word },
  { requiredKeys: ['id', 'title'] },
)
const drill = fc.record({
  ...{
    type: fc.constant('drill'),
    format: fc.constant(1),
    title: word,
    setting: word,
    cites: fc.array(cite, { maxLength: 2 }),
  },
  turns: fc.array(
    fc.record({
      ...{ id: fc.constantFrom('t', 'u'), text: word },
      choices: fc.array(
        fc.record({ id: fc.constantFrom('x', 'y'), text: word, cites: fc.array(cite, { maxLength: 2 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
})
const part = fc.oneof(
  fc.record({
    id: fc.constantFrom('a', 'p'),
    type: fc.constantFrom('opening', 'reading'),
    text: word,
    cites: fc.array(cite, { maxLength: 3 }),
    minutes: fc.nat(600),
  }),
  fc.record({ id: fc.constantFrom('a', 'p'), type: fc.constant('scene'), drill }),
  fc.record({
    id: fc.constantFrom('a', 'q'),
    type: fc.constant('discussion'),
    questions: fc.array(word, { maxLength: 3 }),
  }),
)
const meeting = fc.record({
  ...{ type: fc.constant('meeting'), format: fc.constant(1), title: word, purpose: word },
  parts: fc.array(part, { maxLength: 5 }),
})

describe('any record', () => {
  it('has one canonical form, ids that name one thing, and citations that are found again', () => {
    fc.assert(
      fc.property(meeting, (given) => {
        const first = canonicalMaterial(MaterialRecord.parse(given))
        expect(canonicalMaterial(first.record)).toEqual(first)
        expect(canonicalMaterial(MaterialRecord.parse(JSON.parse(first.json))).sha256).toBe(first.sha256)
        const cited = citationsOf(first.record)
        expect(new Set(cited.map(({ citeId }) => citeId)).size).toBe(cited.length)
        const renamed = citationsOf(mapCitations(first.record, (one) => ({ ...one, note: 'x', title: '换' })))
        expect(renamed.map(({ citeId, title }) => [citeId, title])).toEqual(cited.map(({ citeId }) => [citeId, '换']))
      }),
      { numRuns: 200 },
    )
  })

  it('is Markdown in which no field passes for a part of the page it does not belong to', () => {
    fc.assert(
      fc.property(
        meeting,
        fc.constantFrom('# 假标题', '第九条 假条文', '<script>', '![](http://x/a.png)'),
        (given, trick) => {
          const record = MaterialRecord.parse({ ...given, purpose: `${trick}\n\n${trick}` })
          const body = renderMaterial(canonicalMaterial(record).record)
          expect(body).not.toContain('<script>')
          for (const { type, heading, markdown } of splitPassages(body)) {
            expect([type, heading]).not.toEqual(['heading', '假标题'])
            expect(type).not.toBe('provision')
            expect(markdown).not.toMatch(/^!\[/m)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('the clock', () => {
  const meetingOf = (minutes: readonly number[], more: object = {}) =>
    MeetingRecord.parse({
      ...{ type: 'meeting', format: 1, title: '会', ...more },
      parts: minutes.map((one, at) => ({ id: `p${at}`, type: 'opening', minutes: one })),
    })

  it('adds up, says when each part begins and by how much it runs over', () => {
    const { minutes, planned, over, starts } = clockOf(
      meetingOf([5, 20, 40], { startsAt: '23:30', minutesPlanned: 60 }),
    )
    expect([minutes, planned, over, [...starts]]).toEqual([
      65,
      60,
      5,
      [
        ['p0', '23:30'],
        ['p1', '23:35'],
        ['p2', '23:55'],
      ],
    ])
    const open = clockOf(meetingOf([10, 0, 10]))
    expect([open.minutes, open.planned, open.over, open.starts.size]).toEqual([20, undefined, 0, 0])
  })

  it('goes on past midnight, whatever the parts take', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { maxLength: 50 }), fc.integer({ min: 0, max: 1439 }), (parts, begin) => {
        const time = (at: number) =>
          `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
        const { starts } = clockOf(meetingOf(parts, { startsAt: time(begin) }))
        const sums = parts.map((_, at) => parts.slice(0, at).reduce((sum, one) => sum + one, begin) % 1440)
        expect([...starts.values()]).toEqual(sums.map(time))
      }),
    )
  })
})
