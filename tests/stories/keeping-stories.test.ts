import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../library/http/error-response.ts'
import { findStory } from '../../library/stories/stories.repository.ts'
import type { StoryRecord } from '../../library/stories/story.schema.ts'
import type { StoryPage, StoryView, StoryVocabulary } from '../../library/stories/story-view.ts'
import { openTellingDesk, type TellingDesk } from './telling-desk.ts'

let desk: TellingDesk
beforeEach(async () => {
  desk = await openTellingDesk()
})
afterEach(() => desk.close())

const change = (view: StoryView, record: Partial<StoryRecord>, person?: string) =>
  desk.ask<StoryView & ErrorBody>(
    'PUT',
    `/${view.id}`,
    { record: { ...view.record, ...record }, read: view.recordSha256 },
    person,
  )

describe('a story that is being told', () => {
  it('begins as a draft that says what is missing, and is found at once', async () => {
    const told = await desk.tell({ title: '高岭村修渠', places: ['高岭村'] })
    expect(told).toMatchObject({ state: 'draft', own: true, createdBy: '本机', record: { title: '高岭村修渠' } })
    expect(told.missing.map(({ field }) => field)).toContain('problem')
    expect(told.missing.map(({ field }) => field)).not.toContain('places')
    expect(told.events.map(({ type, by }) => [type, by])).toEqual([['create', '本机']])
    const { body } = await desk.ask<StoryPage>('GET', '/?q=glcxq')
    expect(body.stories.map(({ id }) => id)).toEqual([told.id])
    expect((await desk.ask<StoryView>('GET', `/${told.id}`)).body).toEqual(told)
    await desk.tell({ title: '轮水', done: '把图贴在小卖部门口。' })
    const found = await desk.ask<StoryPage>('GET', `/?q=${encodeURIComponent('貼在 小賣部')}`)
    expect(found.body.stories.map(({ title }) => title)).toEqual(['轮水'])
  })

  it('is whole when nothing is missing any more', async () => {
    const told = await desk.tell({
      ...{ title: '修渠', summary: '三户人修好一条渠。', themes: ['乡村振兴'], posts: ['村干部'], places: ['高岭村'] },
      ...{ happenedFrom: '2024', people: [{ id: 'a', name: '王五', part: 'hero' }], problem: '没水。', done: '挖。' },
      ...{
        cost: { money: '四百元' },
        failed: '挖偏了。',
        result: '通了。',
        evidence: { how: '看过。', kinds: ['seen'] },
      },
      ...{ caution: '坡地不行。', sources: [{ id: 's', title: '王五讲的', type: 'interview' }] },
    })
    expect(told.missing).toEqual([])
    expect(told).toMatchObject({ evidence: 2, heroes: ['王某'] })
  })

  it('keeps what the first of two writers saved, and tells the second', async () => {
    const told = await desk.tell({ title: '修渠' })
    const first = await change(told, { done: '挖了三天。' })
    expect(first).toMatchObject({ status: 200, body: { record: { done: '挖了三天。' } } })
    const second = await change(told, { done: '挖了五天。' })
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'STORY_CHANGED' } } })
    expect((await desk.ask<StoryView>('GET', `/${told.id}`)).body.record.done).toBe('挖了三天。')
    // An answer that got lost: saving the same again is no conflict.
    expect((await change(told, { done: '挖了三天。' })).status).toBe(200)
  })

  it('keeps exactly one of two changes that come at the same moment', async () => {
    const told = await desk.tell({ title: '修渠' })
    const both = await Promise.all([change(told, { done: '甲' }), change(told, { done: '乙' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('records who wrote on a draft once a day, not each time it is saved', async () => {
    await desk.office({ 潘丽: ['writer'], 周平: ['writer', 'verifier'] })
    let told = await desk.tell({ title: '修渠' }, 'person-0')
    for (const done of ['一', '二', '三']) told = (await change(told, { done }, 'person-0')).body
    told = (await change(told, { done: '四' }, 'person-1')).body
    desk.setClock('2026-11-22T02:03:04.000Z')
    told = (await change(told, { done: '五' }, 'person-1')).body
    expect(told.events.map(({ type, by }) => [type, by])).toEqual([
      ['create', '潘丽'],
      ['edit', '周平'],
      ['edit', '周平'],
    ])
  })

  it('is changed only by those who check once it was handed in, and is then checked anew', async () => {
    await desk.office({ 潘丽: ['writer'], 周平: ['verifier'] })
    const told = await desk.tell({ title: '修渠', done: '挖了三天。' }, 'person-0')
    const kept = await findStory(desk.access.db, told.id)
    if (!kept) throw new Error('not kept')
    await desk.writer.replaceStory(
      { ...kept, state: 'verified', updatedAt: '2026-11-21T03:00:00.000Z' },
      kept.updatedAt,
      '潘丽',
    )
    expect(await change(told, { done: '挖了四天。' }, 'person-0')).toMatchObject({
      status: 403,
      body: { error: { code: 'STORY_NOT_ALLOWED' } },
    })
    expect(await change(told, { done: '挖了四天。' }, 'person-1')).toMatchObject({
      status: 200,
      body: { state: 'submitted', record: { done: '挖了四天。' } },
    })
  })

  it('refuses to change what readers have', async () => {
    const told = await desk.tell({ title: '修渠' })
    const kept = await findStory(desk.access.db, told.id)
    if (!kept) throw new Error('not kept')
    const published = {
      ...kept,
      state: 'published' as const,
      revision: 'a'.repeat(64),
      updatedAt: '2026-11-22T00:00:00.000Z',
    }
    await desk.writer.replaceStory(published, kept.updatedAt, '本机')
    expect(await change(told, { done: '改' })).toMatchObject({
      status: 409,
      body: { error: { code: 'STORY_NOT_OPEN' } },
    })
    expect(await desk.ask('DELETE', `/${told.id}`)).toMatchObject({
      status: 409,
      body: { error: { code: 'STORY_PUBLISHED' } },
    })
  })

  it('says what is wrong with what does not fit, and keeps nothing of it', async () => {
    const told = await desk.tell({ title: '修渠' })
    const long = await change(told, { title: '长'.repeat(201) })
    expect(long).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_REQUEST', why: expect.stringContaining('title') } },
    })
    const unknown = await desk.ask('POST', '/', { record: { title: '甲', secret: 1 } })
    expect(unknown.status).toBe(400)
    const large = await desk.ask('PUT', `/${told.id}`, {
      record: { ...told.record, done: 'x'.repeat(5 * 1024 * 1024) },
      read: '',
    })
    expect(large).toMatchObject({ status: 413, body: { error: { code: 'STORY_TOO_LARGE' } } })
    expect((await desk.ask<StoryPage>('GET', '/')).body.total).toBe(1)
    expect(await desk.ask('GET', '/gushi-nowhere')).toMatchObject({
      status: 404,
      body: { error: { code: 'STORY_NOT_FOUND' } },
    })
    expect(await desk.ask('POST', '/', {}, 'nobody')).toMatchObject({ body: { error: { code: 'PERSON_UNKNOWN' } } })
  })
})

describe('deleting a story', () => {
  it('takes it out of every list for thirty days, and brings it back as it was', async () => {
    const told = await desk.tell({ title: '修渠', done: '挖了三天。', themes: ['乡村振兴'] })
    expect((await desk.ask('DELETE', `/${told.id}`)).status).toBe(200)
    expect((await desk.ask<StoryPage>('GET', '/')).body).toMatchObject({ total: 0, facets: { theme: [] } })
    expect((await desk.ask('GET', `/${told.id}`)).status).toBe(404)
    const bin = (await desk.ask<StoryPage>('GET', '/?state=discarded&q=xq')).body
    expect(bin.stories.map(({ id }) => id)).toEqual([told.id])
    desk.setClock('2026-12-20T00:00:00.000Z')
    const back = await desk.ask<StoryView>('POST', `/${told.id}/restore`)
    expect(back.body.record).toEqual(told.record)
    expect(back.body.events.map(({ type }) => type)).toEqual(['create', 'discard', 'restore'])
    expect((await desk.ask<StoryPage>('GET', '/?theme=乡村振兴')).body.total).toBe(1)
    expect((await desk.ask('POST', '/gushi-nowhere/restore')).status).toBe(404)
  })

  it('is for good after thirty days, and the record still tells of it', async () => {
    const old = await desk.tell({ title: '早年的' })
    await desk.writer.discardStory(old.id, '2020-01-01T00:00:00.000Z', '本机', '2020-01-01T00:00:00.000Z')
    const fresh = await desk.tell({ title: '刚才的' })
    await desk.ask('DELETE', `/${fresh.id}`)
    await desk.writer.discardStory(fresh.id, new Date().toISOString(), '本机', new Date().toISOString())
    expect(await desk.writer.purgeDiscardedStories()).toBeGreaterThanOrEqual(1)
    expect(await findStory(desk.access.db, old.id)).toBeUndefined()
    const events = await desk.access.db
      .selectFrom('editorial_event')
      .where('subject_id', '=', old.id)
      .select('type')
      .execute()
    expect(events.map(({ type }) => type)).toEqual(['create', 'discard'])
  })
})

describe('the words of the form', () => {
  it('are the vocabulary in its order, and the places of the unit and of own stories', async () => {
    await desk.tell({ title: '甲', places: ['石坪乡', '高岭村'] })
    const { body } = await desk.ask<StoryVocabulary>('GET', '/vocabulary')
    expect(body.themes.slice(0, 2)).toEqual(['乡村振兴', '民生服务'])
    expect(body.posts[0]).toBe('党政综合岗')
    expect(body.groups[0]).toBe('老年人')
    expect(body.places).toEqual(['石坪乡', '高岭村'])
  })
})
