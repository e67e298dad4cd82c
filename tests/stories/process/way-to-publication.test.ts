import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BalanceView } from '../../../library/feeds/feed-view.ts'
import type { ItemView } from '../../../library/items/item-view.ts'
import type { OfficePerson, StoryEvent, StoryTask } from '../../../library/stories/process/process-view.ts'
import type { StoryPage, StoryView } from '../../../library/stories/story-view.ts'
import { startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { askAs, openStoryDesk, type StoryDesk } from './story-desk.ts'
import { OFFICE, wholeRecord } from './whole-record.ts'

let desk: StoryDesk
let number = 0
/** Each story has words of its own, so that no two are near duplicates. */
const fresh = async () => {
  number += 1
  const words = Array.from({ length: 40 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((number * 977 + index * 131) % 9000)),
  ).join('')
  return (
    await desk.tell(
      wholeRecord(`第${number}条渠 ${words}`, { done: words, problem: `${words}难`, result: `${words}好` }),
    )
  ).id
}
const item = (id: string) => askAs<ItemView>(desk.service, undefined, 'GET', `/api/items/${id}`)
const edit = async (id: string, person: string, change: object) => {
  const { record, recordSha256 } = await desk.show(id, person)
  return askAs<StoryView>(desk.service, person, 'PUT', `/api/stories/${id}`, {
    record: { ...record, ...change },
    read: recordSha256,
  })
}
const allowed = (view: StoryView) => view.steps.filter((step) => step.allowed).map((step) => step.step)

beforeAll(async () => {
  desk = await openStoryDesk()
}, 60_000)

describe('the way to publication', () => {
  it('goes from draft to published by four people, each step recorded, and readers find it', async () => {
    const id = await fresh()
    const view = await desk.bring(id, 'published')
    expect(view).toMatchObject({ state: 'published', publishedOn: expect.any(String), reviewOn: expect.any(String) })
    expect(
      view.events.filter((event) => event.type === 'step').map(({ by, step, from, to }) => [by, step, from, to]),
    ).toEqual([
      ['陈静', 'submit', 'draft', 'submitted'],
      ['周明', 'verify', 'submitted', 'verified'],
      ['林芳', 'approve', 'verified', 'approved'],
      ['高远', 'publish', 'approved', 'published'],
    ])
    expect(view.events.at(-1)).toMatchObject({ record: view.recordSha256, detail: { revision: view.revision } })
    expect(await item(id)).toMatchObject({ kind: 'story', revision: view.revision, issuer: '石坪乡宣传办' })
  })

  it('wishes for a day until the next step, and wants none once published', async () => {
    const id = await fresh()
    const { dueOn } = await desk.step(id, 'chen', 'submit')
    expect(dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect((await desk.bring(id, 'published')).dueOn).toBeUndefined()
  })

  it('offers each person what they may do, and says why not', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    expect(allowed(await desk.show(id, 'zhou'))).toEqual(['verify', 'return'])
    expect(allowed(await desk.show(id, 'chen'))).toEqual([])
    const { steps } = await desk.show(id, 'lin')
    expect(steps).toContainEqual({
      step: 'verify',
      allowed: false,
      because: 'role',
      why: '林芳没有“核实”的职责。',
    })
  })

  it('lets this computer write and submit, and nothing further', async () => {
    const id = await fresh()
    await desk.step(id, undefined, 'submit')
    await expect(desk.step(id, undefined, 'verify')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
  })

  it('does not know who left the office', async () => {
    const id = await fresh()
    await expect(desk.step(id, 'somebody', 'submit')).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
    expect((await desk.show(id, 'somebody')).state).toBe('draft')
  })
})

describe('nobody takes two steps in a row', () => {
  it('not even with every role', async () => {
    const id = await fresh()
    await desk.step(id, 'wu', 'submit')
    await expect(desk.step(id, 'wu', 'verify')).rejects.toThrow('上一步“报送”就是吴全办的')
    await desk.step(id, 'zhou', 'verify')
    await desk.step(id, 'wu', 'approve')
    await expect(desk.step(id, 'wu', 'publish')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
  })

  it('not through a return', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    await desk.step(id, 'wu', 'return', { reason: '数字对不上' })
    await expect(desk.step(id, 'wu', 'submit')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
  })

  it('not through a schedule', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    await desk.step(id, 'zhou', 'verify')
    await desk.step(id, 'lin', 'approve')
    await desk.step(id, 'wu', 'schedule', { on: '2999-01-01' })
    await expect(desk.step(id, 'wu', 'publish')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
  })

  it('but whoever opens a correction hands it in, and does not verify it', async () => {
    const id = await fresh()
    await desk.bring(id, 'published')
    await desk.step(id, 'wu', 'correct')
    await desk.step(id, 'wu', 'submit')
    await expect(desk.step(id, 'wu', 'verify')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
  })

  it('not under another name, nor on a second place in the office under the same name', async () => {
    const id = await fresh()
    await desk.step(id, 'wu', 'submit')
    const named = (change: (person: OfficePerson) => OfficePerson[]) =>
      askAs(desk.service, undefined, 'PUT', '/api/story-office', { ...OFFICE, people: OFFICE.people.flatMap(change) })
    await named((person) => (person.id === 'wu' ? [{ ...person, name: '吴全新' }] : [person]))
    await expect(desk.step(id, 'wu', 'verify')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    await named((person) => (person.id === 'wu' ? [{ ...person, id: 'wu-2' }] : [person]))
    await expect(desk.step(id, 'wu-2', 'verify')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    await named((person) => [person])
    const events = await askAs<StoryEvent[]>(
      desk.service,
      undefined,
      'GET',
      '/api/story-events?subject=office&id=story-office',
    )
    expect(events).toHaveLength(4)
    expect(JSON.stringify(events[1]?.detail)).toContain('吴全新')
  })

  it('and nobody checks what they have just written into it themselves', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    await edit(id, 'wu', { failed: '返工过两次。' })
    await expect(desk.step(id, 'wu', 'verify')).rejects.toThrow('自己改的要由别人来看')
    await desk.step(id, 'zhou', 'verify')
  })
})

describe('a change after a check', () => {
  it('sends the story back to the step that has to see it again', async () => {
    const id = await fresh()
    await desk.bring(id, 'approved')
    const changed = await edit(id, 'lin', { failed: '返工过三次。' })
    expect(changed.state).toBe('submitted')
    await expect(desk.step(id, 'gao', 'publish')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    const view = await desk.bring(id, 'published')
    expect(view.state).toBe('published')
  })

  it('is noticed when a step is taken on what was read before it', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    const { recordSha256 } = await desk.show(id)
    await edit(id, 'wu', { failed: '返工过四次。' })
    await expect(desk.step(id, 'zhou', 'verify', { read: recordSha256 })).rejects.toMatchObject({
      code: 'STORY_CHANGED_MEANWHILE',
    })
    expect((await desk.show(id)).state).toBe('submitted')
  })
})

describe('a return', () => {
  it('asks for changes on passages, which are found again after the text around them changed', async () => {
    const id = await fresh()
    await edit(id, 'chen', { failed: '开头没有量准坡度，返工一次，多花了三天。' })
    await desk.step(id, 'chen', 'submit')
    const returned = await desk.step(id, 'zhou', 'return', {
      reason: '还差两处',
      changes: [{ field: 'failed', quote: '返工一次', text: '返工花了多少钱？' }, { text: '补一张照片' }],
    })
    expect(returned.state).toBe('draft')
    const [, about] = returned.tasks.toSorted((a, b) => (a.field ?? '').localeCompare(b.field ?? ''))
    expect(about).toMatchObject({ type: 'change', by: '周明', for: 'writer', quote: '返工一次' })
    const view = await edit(id, 'chen', { failed: '冬天地冻，开头没有量准坡度。返工一次，多花三天、两千元。' })
    const place = view.tasks.find((task) => task.quote !== undefined)?.place
    expect(view.record.failed.slice(place?.start, place?.end)).toBe('返工一次')
  })

  it('wants to know what is to be changed', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    await expect(desk.step(id, 'zhou', 'return')).rejects.toMatchObject({ code: 'STEP_REASON_MISSING' })
  })
})

describe('the office', () => {
  const put = (change: object) => askAs(desk.service, undefined, 'PUT', '/api/story-office', { ...OFFICE, ...change })
  const [chen, zhou] = OFFICE.people

  it('is not set up with two people of one name, or with names that mean something else', async () => {
    const people = [
      [chen, { ...zhou, name: ' 陈静 ' }],
      [{ ...chen, name: '薪火' }],
      [{ ...chen, name: '本机' }],
      [chen, { ...zhou, id: 'chen' }],
      [{ ...chen, roles: ['boss'] }],
    ]
    for (const wrong of people) await expect(put({ people: wrong })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(put({ reviewMonths: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await askAs(desk.service, undefined, 'GET', '/api/story-office')).toEqual(OFFICE)
  })
})

describe('comments and tasks', () => {
  it('are written by anybody, listed over all stories, and done with an answer', async () => {
    const id = await fresh()
    const view = await askAs<StoryView>(desk.service, undefined, 'POST', `/api/stories/${id}/tasks`, {
      type: 'task',
      text: '去村里补问一句',
      for: 'writer',
      dueOn: '2026-12-01',
    })
    const [task] = view.tasks
    expect(view).toMatchObject({ openTasks: 1 })
    const list = await askAs<(StoryTask & { title: string })[]>(
      desk.service,
      undefined,
      'GET',
      '/api/story-tasks?open=true&for=writer',
    )
    expect(list.find((one) => one.id === task?.id)).toMatchObject({ title: view.title, by: '本机' })
    await askAs(desk.service, 'chen', 'PUT', `/api/story-tasks/${task?.id}`, { done: true, answer: '问过了' })
    const after = await desk.show(id)
    expect(after.tasks).toMatchObject([{ done: { by: '陈静', answer: '问过了' } }])
    expect(after.openTasks).toBe(0)
    expect(after.events.map((event) => event.type)).toEqual(['create', 'task', 'task-done'])
    await askAs(desk.service, 'chen', 'PUT', `/api/story-tasks/${task?.id}`, { done: false })
    expect((await desk.show(id)).openTasks).toBe(1)
  })

  it('are refused on what is not there', async () => {
    const body = { type: 'comment', text: '好' }
    await expect(askAs(desk.service, 'chen', 'POST', '/api/stories/none/tasks', body)).rejects.toMatchObject({
      code: 'STORY_NOT_FOUND',
    })
    await expect(askAs(desk.service, 'chen', 'PUT', '/api/story-tasks/none', {})).rejects.toMatchObject({
      code: 'STORY_TASK_NOT_FOUND',
    })
  })
})

describe('correcting a published story', () => {
  it('is said in the list, and the balance goes on counting what readers see', async () => {
    const id = await fresh()
    await desk.bring(id, 'published')
    const listed = async () =>
      (await askAs<StoryPage>(desk.service, undefined, 'GET', '/api/stories?own=true&limit=500')).stories.find(
        (story) => story.id === id,
      )
    const told = async (theme: string) => {
      const { stories, dimensions } = await askAs<BalanceView>(desk.service, undefined, 'GET', '/api/feeds/balance')
      return [stories, dimensions.theme.find(({ value }) => value === theme)?.stories ?? 0]
    }
    const before = [await told('乡村振兴'), await told('社会救助')]
    expect(await listed()).not.toHaveProperty('correcting')
    await desk.step(id, 'wu', 'correct', { reason: '主题选错' })
    await edit(id, 'chen', { themes: ['社会救助'] })
    expect(await listed()).toMatchObject({ state: 'draft', themes: ['社会救助'], correcting: true })
    expect([await told('乡村振兴'), await told('社会救助')]).toEqual(before)
    await desk.bring(id, 'published')
    expect(await listed()).not.toHaveProperty('correcting')
    const [governance, relief] = before as [number, number][]
    expect(await told('社会救助')).toEqual([relief?.[0], (relief?.[1] ?? 0) + 1])
    expect(await told('乡村振兴')).toEqual([governance?.[0], (governance?.[1] ?? 0) - 1])
  })

  it('leaves what readers see until the correction is published, then gives them the new one', async () => {
    const id = await fresh()
    const first = await desk.bring(id, 'published')
    await desk.step(id, 'wu', 'correct', { reason: '数字写错' })
    await edit(id, 'chen', { title: '更正过的标题' })
    expect((await item(id)).revision).toBe(first.revision)
    const second = await desk.bring(id, 'published')
    expect(second.revision).not.toBe(first.revision)
    expect(await item(id)).toMatchObject({ title: '更正过的标题', revision: second.revision, revisions: 2 })
    expect(second.publishedOn).toBe(first.publishedOn)
  })

  it('is given up by somebody else: the story says again what readers see, without another revision', async () => {
    const id = await fresh()
    const first = await desk.bring(id, 'published')
    await desk.step(id, 'wu', 'correct')
    await edit(id, 'chen', { title: '改到一半', failed: '不改了。' })
    await expect(desk.step(id, undefined, 'restore')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    const back = await desk.step(id, 'chen', 'restore', { reason: '原来没有错' })
    expect(back).toMatchObject({ state: 'published', title: first.title, recordSha256: first.recordSha256 })
    expect(await item(id)).toMatchObject({ revision: first.revision, revisions: 1 })
  })

  it('back to what it said first makes that what readers see', async () => {
    const id = await fresh()
    const first = await desk.bring(id, 'published')
    await desk.step(id, 'wu', 'correct')
    await edit(id, 'chen', { title: '改错了的标题' })
    await desk.bring(id, 'published')
    await desk.step(id, 'wu', 'correct')
    await edit(id, 'chen', { title: first.record.title })
    const again = await desk.bring(id, 'published')
    expect((await item(id)).title).toBe(again.title)
    expect(again.title).toBe(first.title)
  })
})

describe('retiring', () => {
  it('puts the item away with the day and the reason where it stood, and restoring brings it back', async () => {
    const id = await fresh()
    const { title } = await desk.bring(id, 'published')
    const retired = await desk.step(id, 'wu', 'retire', { reason: '当事人要求撤下' })
    expect(retired.state).toBe('retired')
    await expect(item(id)).rejects.toThrow(/ITEM_WITHDRAWN .*当事人要求撤下/)
    await expect(desk.step(id, 'wu', 'restore')).rejects.toMatchObject({ code: 'STEP_NOT_ALLOWED' })
    expect(await desk.step(id, 'gao', 'restore')).toMatchObject({ state: 'published' })
    expect(await item(id)).toMatchObject({ title })
  })

  it('for safety is possible at once for whoever published, and is recorded as urgent', async () => {
    const id = await fresh()
    await desk.bring(id, 'published')
    expect((await desk.show(id, 'gao')).steps).toContainEqual(
      expect.objectContaining({ step: 'retire', allowed: true, onlyUrgent: true }),
    )
    await expect(desk.step(id, 'gao', 'retire', { reason: '地址泄露' })).rejects.toMatchObject({
      code: 'STEP_NOT_ALLOWED',
    })
    const { events } = await desk.step(id, 'gao', 'retire', { reason: '地址泄露', urgent: true })
    expect(events.at(-1)).toMatchObject({ step: 'retire', reason: '地址泄露', detail: { urgent: true } })
  })

  it('reaches a story that is being corrected, and the correction goes on when it is restored', async () => {
    const id = await fresh()
    await desk.bring(id, 'published')
    await desk.step(id, 'wu', 'correct')
    await edit(id, 'chen', { failed: '还有一处没有写。' })
    expect((await desk.step(id, 'gao', 'retire', { reason: '先撤下' })).state).toBe('retired')
    expect(await desk.step(id, 'wu', 'restore')).toMatchObject({
      state: 'draft',
      record: { failed: '还有一处没有写。' },
    })
    expect(await item(id)).toMatchObject({ kind: 'story' })
  })

  it('wants a reason', async () => {
    const id = await fresh()
    await desk.bring(id, 'published')
    await expect(desk.step(id, 'wu', 'retire')).rejects.toMatchObject({ code: 'STEP_REASON_MISSING' })
  })
})

describe('two windows', () => {
  it('take the same step: one wins, the other is told who it was', async () => {
    const id = await fresh()
    await desk.step(id, 'chen', 'submit')
    const both = await Promise.allSettled([desk.step(id, 'zhou', 'verify'), desk.step(id, 'wu', 'verify')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(String(lost?.reason)).toMatch(/刚刚已经办了“核实”|还不到或已经过了这一步|上一步/)
    const { events } = await desk.show(id)
    expect(events.filter((event) => event.step === 'verify')).toHaveLength(1)
  })

  it('publish at once: readers get one revision', async () => {
    const id = await fresh()
    await desk.bring(id, 'approved')
    const all = await Promise.allSettled([1, 2, 3].map(() => desk.step(id, 'gao', 'publish')))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await item(id)).revisions).toBe(1)
  })
})

describe('who sits here', () => {
  const choose = (id: string | null) => askAs(desk.service, undefined, 'PUT', '/api/story-person', { id })
  const sits = () => askAs(desk.service, undefined, 'GET', '/api/story-person')

  it('is remembered with the library, until somebody else sits down or this computer does', async () => {
    expect(await sits()).toEqual({ id: null })
    expect(await choose('zhou')).toEqual({ id: 'zhou' })
    expect(await sits()).toEqual({ id: 'zhou' })
    await choose('nobody-of-this-office')
    expect(await sits()).toEqual({ id: null })
    await choose('zhou')
    await choose(null)
    expect(await sits()).toEqual({ id: null })
  })

  it('is nobody any more once they have left the office', async () => {
    await choose('wu')
    const left = OFFICE.people.map((person) => (person.id === 'wu' ? { ...person, left: true } : person))
    await askAs(desk.service, undefined, 'PUT', '/api/story-office', { ...OFFICE, people: left })
    expect(await sits()).toEqual({ id: null })
    await askAs(desk.service, undefined, 'PUT', '/api/story-office', OFFICE)
  })

  it('is not remembered among the visitors of a service, who sit each at their own', async () => {
    const office = await startService(temporaryFolder(afterAll), { atEnd: afterAll, shell: 'serve' })
    await askAs(office, undefined, 'PUT', '/api/story-office', OFFICE)
    expect(await askAs(office, undefined, 'PUT', '/api/story-person', { id: 'zhou' })).toEqual({})
    expect(await askAs(office, undefined, 'GET', '/api/story-person')).toEqual({})
  })
})
