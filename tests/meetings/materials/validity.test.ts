import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citingMeetings } from '../../../library/meetings/materials/citing-materials.ts'
import type { MaterialChanges, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { citedStates } from '../../../library/meetings/materials/validity/find-changes.ts'
import type { MeetingPart, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { openLibraryForWriting } from '../../../library/store/open-library-database.ts'
import { type MaterialDesk, openMaterialDesk } from './material-desk.ts'

let desk: MaterialDesk
beforeAll(async () => {
  desk = await openMaterialDesk()
})
afterAll(() => desk.close())

const law = (title: string, body: string, more: object = {}) => ({
  ...{
    title,
    body,
    identifier: `law-${title.length}-${[...title].map((one) => one.codePointAt(0)?.toString(16)).join('')}`,
  },
  ...{ issuedOn: '2020-01-01', effectiveFrom: '2020-02-01' },
  ...more,
})
const idOf = async (title: string) =>
  (await desk.access.db.selectFrom('item').where('title', '=', title).select('id').executeTakeFirstOrThrow()).id
const take = async (title: string, anchor?: string) => {
  const { body } = await desk.ask<{ parts: MeetingPart[] }>('POST', '/parts', {
    references: [{ itemId: await idOf(title), anchor }],
  })
  return body.parts
}
const meetingOn = async (title: string, anchor?: string) =>
  desk.make({ title: `学${title}`, parts: await take(title, anchor) })
const changesOf = async ({ id }: { id: string }) => (await desk.ask<MaterialChanges>('GET', `/${id}/changes`)).body
const read = async ({ id }: { id: string }) => (await desk.ask<MaterialView>('GET', `/${id}`)).body
const citeOf = (view: MaterialView) => (view.record as MeetingRecord).parts[0]?.cites[0]
const renew = async (view: MaterialView, cites: readonly string[]) =>
  desk.ask<MaterialView>('POST', `/${view.id}/renew`, { cites, read: view.recordSha256 })
const keep = async (view: MaterialView, cites: readonly string[]) =>
  desk.ask<MaterialView>('POST', `/${view.id}/keep`, { cites, read: view.recordSha256 })

describe('a clause that an update changes', () => {
  it('is shown with old and new words, renewed by one save, and then the same', async () => {
    await desk.add(law('渠道法', '第一条 用水。\n\n第二条 先上游，后下游。'))
    const made = await meetingOn('渠道法', '第二条')
    const other = await meetingOn('渠道法', '第一条')
    expect(await changesOf(made)).toMatchObject({
      changes: [],
      cited: [{ state: 'in-force', on: '2026-11-21', effectiveFrom: '2020-02-01', provision: '第二条' }],
    })
    await desk.add(
      law('渠道法', '第一条 用水。\n\n第二条 先下游，后上游。', {
        issuedOn: '2025-01-01',
        effectiveFrom: '2025-03-01',
      }),
    )
    const { changes, cited } = await changesOf(made)
    expect(changes).toMatchObject([
      {
        ...{ what: 'passage', change: 'changed', title: '渠道法', provision: '第二条', kept: false },
        ...{ before: '先上游，后下游。', after: '先下游，后上游。', validity: 'in-force' },
        says: expect.stringMatching(/^第二条在 \d{4}-\d\d-\d\d 的更新里改了。$/),
      },
    ])
    expect(cited).toMatchObject([{ state: 'amended', effectiveFrom: '2025-03-01' }])
    // Another clause of the same law says what it said.
    expect(await changesOf(other)).toMatchObject({ changes: [], cited: [{ state: 'in-force' }] })
    const { materials, total } = await desk.list('changed=true')
    expect([total, materials.map(({ id, changed }) => [id, changed])]).toEqual([1, [[made.id, 1]]])
    const touched = await citingMeetings.citationsOf(desk.access.db, [await idOf('渠道法')])
    expect(new Map(touched.map(({ anchor, open }) => [anchor, open]))).toEqual(
      new Map([
        ['第一条', `/meetings/${other.id}`],
        ['第二条', `/meetings/${made.id}`],
      ]),
    )
    const cite = citeOf(made)?.id ?? ''
    const late = await desk.ask('POST', `/${made.id}/renew`, { cites: [cite], read: '0'.repeat(64) })
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'MATERIAL_CHANGED' } } })
    const { body: after } = await renew(await read(made), [cite])
    expect(citeOf(after)).toMatchObject({ text: '先下游，后上游。', validity: 'in-force', citedOn: '2026-11-21' })
    expect(after.changed).toBe(0)
    expect((await changesOf(made)).changes).toEqual([])
    expect(await renew(after, [cite])).toMatchObject({
      status: 409,
      body: { error: { code: 'MATERIAL_CITE_UNKNOWN' } },
    })
  })

  it('stays as it was when somebody looked at it, until a revision after that one', async () => {
    await desk.add(law('林地法', '第一条 看林。'))
    const made = await meetingOn('林地法', '第一条')
    await desk.add(law('林地法', '第一条 护林。', { issuedOn: '2024-01-01', effectiveFrom: '2024-01-01' }))
    const { body: kept } = await keep(await read(made), [citeOf(made)?.id ?? ''])
    expect([citeOf(kept)?.text, kept.changed]).toEqual(['看林。', 0])
    expect((await changesOf(made)).changes).toMatchObject([{ kept: true, after: '护林。' }])
    expect((await desk.list('changed=true')).materials.map(({ id }) => id)).not.toContain(made.id)
    await desk.add(law('林地法', '第一条 种林。', { issuedOn: '2025-01-01', effectiveFrom: '2025-01-01' }))
    expect((await changesOf(made)).changes).toMatchObject([{ kept: false, before: '看林。', after: '种林。' }])
    expect((await read(made)).changed).toBe(1)
  })

  it('is followed to its new number, and missed where it went', async () => {
    await desk.add(law('村路法', '第一条 总则。\n\n第二条 村里的路由村里养护，每年两次。\n\n第三条 大车不进村。'))
    const made = await desk.make({
      title: '学村路法',
      parts: [...(await take('村路法', '第二条')), ...(await take('村路法', '第三条'))],
    })
    await desk.add(
      law('村路法', '第一条 总则。\n\n第二条 新加的一条，讲路灯。\n\n第四条 村里的路由村里养护，每年两次。', {
        ...{ issuedOn: '2025-01-01', effectiveFrom: '2025-01-01' },
      }),
    )
    const { changes, cited } = await changesOf(made)
    expect(changes).toMatchObject([
      { change: 'changed', after: '村里的路由村里养护，每年两次。', says: expect.stringMatching(/改成了第四条/) },
      { change: 'gone', before: '大车不进村。', says: expect.stringMatching(/没有第三条了/) },
    ])
    expect(cited.map(({ state }) => state)).toEqual(['amended', 'repealed'])
    const [first, second] = changes.map(({ citeId }) => citeId)
    const { body } = await renew(await read(made), [first ?? ''])
    expect(citeOf(body)).toMatchObject({ provision: '第四条', anchor: '第四条' })
    expect(await renew(body, [second ?? ''])).toMatchObject({ status: 409 })
    expect((await keep(body, [second ?? ''])).body.changed).toBe(0)
  })

  it('is repealed on its day, without an update', async () => {
    await desk.add(law('旧例', '第一条 旧。', { repealedOn: '2027-01-01' }))
    const made = await meetingOn('旧例', '第一条')
    expect((await changesOf(made)).cited).toMatchObject([{ state: 'in-force' }])
    expect(await citedStates(desk.access, made.record, '2027-02-01')).toMatchObject([
      { state: 'repealed', on: '2027-02-01' },
    ])
    desk.setClock('2027-02-01T04:00:00.000Z')
    expect((await changesOf(made)).changes).toMatchObject([
      { change: 'repealed', says: '《旧例》从 2027-01-01 起废止了。', before: '旧。' },
    ])
    const { body } = await renew(await read(made), [citeOf(made)?.id ?? ''])
    expect(citeOf(body)).toMatchObject({ text: '旧。', validity: 'repealed' })
    expect((await changesOf(made)).changes).toEqual([])
    desk.setClock('2026-11-21T02:03:04.000Z')
  })
})

describe('what went', () => {
  it('is told with its reason, and with what replaces it', async () => {
    await desk.add(law('老办法', '第一条 老。'), law('新的办法', '第一条 新。'))
    const made = await meetingOn('老办法', '第一条')
    const tombstone = {
      channel: '',
      withdrawn_on: '2026-11-20',
      reason: '印错了。',
      replaced_by: await idOf('新的办法'),
    }
    const writing = openLibraryForWriting(desk.paths.database, new Date())
    await writing.db
      .insertInto('tombstone')
      .values({ item_id: await idOf('老办法'), ...tombstone })
      .execute()
    await writing.close()
    await desk.writer.putAway(await idOf('老办法'))
    const { changes, cited } = await changesOf(made)
    expect(changes).toMatchObject([
      {
        ...{ change: 'withdrawn', before: '老。', after: '新。', kept: false },
        says: '《老办法》在 2026-11-20 撤回：印错了；改用《新的办法》。',
      },
    ])
    expect(cited[0]?.state).toBe('withdrawn')
    expect((await read(made)).changed).toBe(1)
    const cite = citeOf(made)?.id ?? ''
    const { body } = await keep(await read(made), [cite])
    expect([body.changed, citeOf(body)?.text]).toEqual([0, '老。'])
    const { body: renewed } = await renew(body, [cite])
    expect(citeOf(renewed)).toMatchObject({ title: '新的办法', text: '新。', itemId: await idOf('新的办法') })
    expect((await changesOf(made)).changes).toEqual([])
  })

  it('is told when it was only put away, and can be left as it was', async () => {
    await desk.add(law('收起的法', '第一条 收。'))
    const made = await meetingOn('收起的法', '第一条')
    await desk.writer.putAway(await idOf('收起的法'))
    const { changes, cited } = await changesOf(made)
    expect(changes).toMatchObject([{ change: 'withdrawn', says: '《收起的法》已经收起来了，不再出现在检索里。' }])
    expect(cited).toMatchObject([{ state: 'missing' }])
    const cite = citeOf(made)?.id ?? ''
    expect(await renew(await read(made), [cite])).toMatchObject({ status: 409 })
    expect((await keep(await read(made), [cite])).body.changed).toBe(0)
  })

  it('is found under another id by its title, and missing is no change', async () => {
    await desk.add(law('借来的法', '第一条 借。'))
    const [part] = await take('借来的法', '第一条')
    const cited = part?.cites[0]
    const elsewhere = { ...cited, id: 'a', itemId: 'law-of-another-library', revision: 'a'.repeat(64) }
    const same = await desk.make({ title: '外来的会', parts: [{ ...part, cites: [elsewhere] }] })
    expect(await changesOf(same)).toMatchObject({ changes: [], cited: [{ state: 'in-force' }] })
    const other = await desk.make({
      title: '外来的会，旧文本',
      parts: [
        {
          ...part,
          cites: [
            { ...elsewhere, text: '从前的话。' },
            { ...elsewhere, id: 'b', title: '没有的法' },
          ],
        },
      ],
    })
    const { changes, cited: states } = await changesOf(other)
    expect(changes).toMatchObject([{ change: 'changed', before: '从前的话。', after: '借。' }])
    expect(states.map(({ state }) => state)).toEqual(['amended', 'missing'])
    const { body } = await renew(await read(other), [changes[0]?.citeId ?? ''])
    expect(citeOf(body)).toMatchObject({ itemId: await idOf('借来的法'), text: '借。' })
  })
})

describe('a provision whose own text is not here', () => {
  it('is told in the words of what explains it, and by itself once it comes', async () => {
    await desk.add({ title: '《堤坝法》解读', body: '## 怎么修\n\n- 先报（第三条）。\n- 再修（实施条例第三条）。' })
    const cites = [{ id: 'c', title: '堤坝法', provision: '第三条' }]
    const made = await desk.make({ title: '学堤坝法', parts: [{ id: 'p', type: 'reading', cites }] })
    expect(citeOf(made)?.text).toBe('（这个资料库里没有原文。《堤坝法》解读里说：）\n\n- 先报（第三条）。')
    expect(made.changed).toBe(0)
    await desk.add(law('堤坝法', '第三条 修堤先报批。'))
    expect((await desk.list('changed=true&q=堤坝')).materials.map(({ id }) => id)).toEqual([made.id])
    const { changes } = await changesOf(made)
    expect(changes).toMatchObject([
      { says: '资料库里现在有《堤坝法》第三条的原文了。', before: '', after: '修堤先报批。', kept: false },
    ])
    expect((await keep(await read(made), ['c'])).body.changed).toBe(0)
    const { body } = await renew(await read(made), ['c'])
    expect(citeOf(body)).toMatchObject({ text: '修堤先报批。', itemId: await idOf('堤坝法'), anchor: '第三条' })
  })
})

describe('a story or a drill that changed', () => {
  it('is told anew, its untold sections left untold and the organiser’s words kept', async () => {
    const story = (text: string, issuedOn: string) => ({
      ...{ kind: 'story' as const, identifier: 'gushi-lao-qu-ce-shi', title: '老渠', issuedOn },
      body: `## 什么情况\n\n没有水。\n\n## 做了什么\n\n${text}\n\n## 哪里没做好\n\n慢了。`,
    })
    await desk.add(story('画图。', '2025-01-01'))
    const [part] = await take('老渠')
    if (part?.type !== 'story' || !part.story) throw new Error('no story')
    const told = { ...part.story, sections: part.story.sections.slice(0, 2) }
    const made = await desk.make({
      title: '讲老渠',
      parts: [{ ...part, story: told, notes: '慢慢讲', ask: ['然后呢？'] }],
    })
    await desk.add(story('画图，贴图。', '2026-01-01'))
    const { changes } = await changesOf(made)
    expect(changes).toMatchObject([
      {
        what: 'story',
        change: 'changed',
        before: expect.stringContaining('画图。'),
        after: expect.stringContaining('贴图'),
      },
    ])
    const { body } = await renew(await read(made), [changes[0]?.citeId ?? ''])
    const [after] = (body.record as MeetingRecord).parts
    expect(after).toMatchObject({
      ...{ type: 'story', notes: '慢慢讲', ask: ['然后呢？'] },
      story: { sections: [{ text: '没有水。' }, { text: '画图，贴图。' }] },
    })
    expect(body.changed).toBe(0)
  })

  it('is put in anew where it was made here and went on', async () => {
    const drill = await desk.make({ type: 'drill', title: '渠边', setting: '早上' })
    const { body } = await desk.ask<{ parts: MeetingPart[] }>('POST', '/parts', { references: [{ itemId: drill.id }] })
    const made = await desk.make({ title: '演渠边', parts: body.parts })
    expect(made.changed).toBe(0)
    await desk.ask('PUT', `/${drill.id}`, { record: { ...drill.record, setting: '傍晚' }, read: drill.recordSha256 })
    const { changes } = await changesOf(made)
    expect(changes).toMatchObject([{ what: 'drill', change: 'changed', before: expect.stringContaining('早上') }])
    const { body: after } = await renew(await read(made), [changes[0]?.citeId ?? ''])
    expect((after.record as MeetingRecord).parts).toMatchObject([{ drill: { setting: '傍晚' } }])
    expect((await changesOf(made)).changes).toEqual([])
  })
})
