import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '../../../library/items/record-revision.ts'
import { libraryPaths } from '../../../library/store/library-paths.ts'
import { openSqlite } from '../../../library/store/open-sqlite.ts'
import { takeDueSteps } from '../../../library/stories/process/due-steps.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import { closeOnce, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { keepPicture } from './keep-picture.ts'
import { askAs, deskOver, openStoryDesk, type StoryDesk } from './story-desk.ts'
import { wholeRecord } from './whole-record.ts'

let desk: StoryDesk
let root = ''
let number = 0
beforeAll(async () => {
  root = temporaryFolder(afterAll)
  desk = await openStoryDesk(root)
}, 60_000)

/** A story that is approved, with a day for its publication. */
const scheduled = async (more: Partial<StoryRecord> = {}) => {
  number += 1
  const text = Array.from({ length: 40 }, (_, at) =>
    String.fromCharCode(0x4e00 + ((number * 1511 + at * 149) % 9000)),
  ).join('')
  const { id } = await desk.tell(wholeRecord(`到日子的事 ${text}`, { done: text, ...more }))
  await desk.bring(id, 'approved')
  await desk.step(id, 'gao', 'schedule', { on: '2999-01-01', reason: '等到植树节' })
  return id
}
/** Days do not pass for tests: the day comes to the story instead. */
const comeTo = (id: string, column: 'scheduled_for' | 'review_on', day: string) =>
  inDatabase(`UPDATE story SET ${column} = '${day}' WHERE id = '${id}'`)
/** What the service itself would never do. */
function inDatabase(sql: string): void {
  const connection = openSqlite(libraryPaths(root).database)
  connection.exec(sql)
  connection.close()
}
const today = () => localDate(new Date())
const passDay = () => takeDueSteps(desk.service.session.access, desk.service.session.writer, new Date())

describe('scheduled publishing', () => {
  it('happens on its day by itself, and says whose day it was', async () => {
    const id = await scheduled()
    await passDay()
    expect(await desk.show(id)).toMatchObject({ state: 'approved', scheduledFor: '2999-01-01' })
    comeTo(id, 'scheduled_for', today())
    await passDay()
    const view = await desk.show(id)
    expect(view).toMatchObject({ state: 'published', publishedOn: today() })
    expect(view.scheduledFor).toBeUndefined()
    expect(view.events.filter(({ type }) => type === 'step').slice(-2)).toMatchObject([
      { by: '高远', step: 'schedule', reason: '等到植树节', detail: { on: '2999-01-01' } },
      { by: '薪火', step: 'publish' },
    ])
    await passDay()
    expect((await desk.show(id)).events).toHaveLength(view.events.length)
  })

  it('does not count as a step between two of the same person', async () => {
    const id = await scheduled()
    comeTo(id, 'scheduled_for', today())
    await passDay()
    await expect(desk.step(id, 'gao', 'retire', { reason: '想想不妥' })).rejects.toMatchObject({
      code: 'STEP_NOT_ALLOWED',
    })
  })

  it('is taken back by somebody else', async () => {
    const id = await scheduled()
    const view = await desk.step(id, 'wu', 'unschedule')
    expect(view.scheduledFor).toBeUndefined()
    expect(view.state).toBe('approved')
  })

  it('wants a day to come', async () => {
    const id = await scheduled()
    await desk.step(id, 'wu', 'unschedule')
    await expect(desk.step(id, 'gao', 'schedule', { on: today() })).rejects.toMatchObject({ code: 'STEP_DAY_PAST' })
    await expect(desk.step(id, 'gao', 'schedule')).rejects.toMatchObject({ code: 'STEP_DAY_PAST' })
  })

  it('stops at the gate: the story stays approved without a day, and a task says why', async () => {
    const media = [await keepPicture(desk.service)]
    const id = await scheduled({ media })
    const { blobs } = desk.service.session.access
    for (const { sha256 } of media) rmSync(blobs.pathOf(sha256))
    // Copies that were made for the gate could still be published; a new look at the original cannot.
    inDatabase('DELETE FROM story_media_copy')
    comeTo(id, 'scheduled_for', today())
    await passDay()
    const view = await desk.show(id)
    expect(view.state).toBe('approved')
    expect(view.scheduledFor).toBeUndefined()
    expect(view.tasks).toMatchObject([
      { for: 'publisher', by: '薪火', text: expect.stringContaining('定好的日子到了，但没有发布') },
    ])
    await passDay()
    expect((await desk.show(id)).tasks).toHaveLength(1)
  })

  it('is carried out after a restart', async () => {
    const id = await scheduled()
    comeTo(id, 'scheduled_for', '2026-01-01')
    await closeOnce(desk.service)
    desk = deskOver(await startService(root, { shell: 'browser', atEnd: afterAll }))
    await expect.poll(async () => (await desk.show(id)).state, { timeout: 20_000 }).toBe('published')
  }, 40_000)
})

describe('review dates', () => {
  it('raise one task when they come, and the next date is set when it is done', async () => {
    const id = await scheduled()
    await desk.step(id, 'wu', 'publish')
    comeTo(id, 'review_on', today())
    await passDay()
    await passDay()
    const { tasks } = await desk.show(id)
    expect(tasks).toMatchObject([{ type: 'task', for: 'verifier', by: '薪火', text: expect.stringContaining('复看') }])
    await askAs(desk.service, 'zhou', 'PUT', `/api/story-tasks/${tasks[0]?.id}`, { answer: '还准' })
    const view = await desk.show(id)
    expect((view.reviewOn ?? '') > today()).toBe(true)
    await passDay()
    expect((await desk.show(id)).tasks).toHaveLength(1)
  })
})
