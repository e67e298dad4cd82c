import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ItemView } from '../../library/items/item-view.ts'
import type { JobView } from '../../library/jobs/job-view.ts'
import { ended } from '../service/running-service.ts'
import { policyText, temporaryFolder } from '../store/temporary-library.ts'
import { createWorkshop, policy, type WorkshopItem } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { serveFolder } from './static-server.ts'
import { counts, createTwoVersions, wholeVersion } from './two-versions.ts'

const holds = ({ service, find }: Receiver) =>
  wholeVersion(service.session.access, service.session.paths.channels, find)
const start = (receiver: Receiver, from: string) => receiver.send<JobView>('POST', '/api/updates/apply', { from })

describe('while an update runs', () => {
  it('another client’s update of the same channel waits its turn, and finds everything done', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const receiver = await startReceiver()
    await receiver.trust(channel.directory)
    const begun = await Promise.all([start(receiver, channel.directory), start(receiver, channel.directory)])
    const done = await Promise.all(begun.map(({ id }) => ended(receiver.service, id)))
    expect(done.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(done.map(({ result }) => result && 'new' in result && result.new).sort()).toEqual([0, counts.first])
    expect(await holds(receiver)).toBe(1)
    channel.publishVersion(2)
    const [first, second] = await Promise.all([receiver.apply(channel.directory), receiver.apply(channel.directory)])
    expect([first.changed, second.changed].sort()).toEqual([0, counts.changed])
    expect(await holds(receiver)).toBe(2)
  })

  it('an update and going back, asked for at once, end in one version, whole', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const receiver = await startReceiver()
    await receiver.trust(channel.directory)
    await receiver.apply(channel.directory)
    channel.publishVersion(2)
    await Promise.all([receiver.apply(channel.directory), receiver.rollBack('liangban-pindao', 1)])
    expect([1, 2]).toContain(await holds(receiver))
  })

  it('an import comes through as well, whichever is first', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const receiver = await startReceiver()
    await receiver.trust(channel.directory)
    const own = temporaryFolder()
    for (let number = 0; number < 20; number++) {
      writeFileSync(path.join(own, `${number}.md`), policyText(`本镇第${number}号规定`, `自有标记${number}号`))
    }
    const importing = receiver.send<JobView>('POST', '/api/imports', { paths: [own] })
    const updating = start(receiver, channel.directory)
    const done = await Promise.all([importing, updating].map(async (job) => ended(receiver.service, (await job).id)))
    expect(done.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(await holds(receiver)).toBe(1)
    expect(await receiver.find('自有标记19号')).toEqual(['本镇第19号规定'])
  })

  it('notes are saved and answered between its steps, and kept', async () => {
    const workshop = createWorkshop()
    const items = (mark: string): WorkshopItem[] =>
      Array.from({ length: 300 }, (_, number) => ({
        revisions: [policy(`da-${number}`, `溪口镇第${number}号大办法`, [`${mark}${number}号由村民小组登记。`])],
      }))
    workshop.publish({ version: 1, items: items('甲') })
    const receiver = await startReceiver()
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    workshop.publish({ version: 2, items: items('乙') })
    const { revision } = await receiver.get<ItemView>('/api/items/da-7')
    const job = await start(receiver, workshop.directory)
    const states: string[] = []
    let saved = 0
    const over = ended(receiver.service, job.id)
    for (let running = true; running; ) {
      await receiver.send('POST', '/api/notes', { itemId: 'da-7', anchor: '', revision, text: `第${saved}条` })
      saved += 1
      const view = await receiver.get<JobView>(`/api/jobs/${job.id}`)
      states.push(view.state)
      running = view.finishedAt === undefined
    }
    expect(await over).toMatchObject({ state: 'done', result: { changed: 300 } })
    expect(states.filter((state) => state === 'running').length).toBeGreaterThan(1)
    expect(await receiver.get<unknown[]>('/api/notes?itemId=da-7')).toHaveLength(saved)
    expect(await receiver.find('乙7号由村民小组登记')).toHaveLength(1)
    // Nothing of what came in many steps is wanting.
    const verified = await receiver.job('/api/channels/ceshi-pindao/verify', undefined)
    expect(verified).toMatchObject({ items: 300, revisions: 300, damaged: [] })
  })
})

describe('cancelling while an update is fetched', () => {
  it('stops at once even where the server says nothing, and a repeat goes on and completes', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const receiver = await startReceiver()
    await receiver.trust(channel.directory)
    await receiver.apply(channel.directory)
    channel.publishVersion(2)
    let silent = true
    let reached = () => {}
    const fetching = new Promise<void>((resolve) => {
      reached = resolve
    })
    const server = await serveFolder(channel.directory, (file) => {
      if (!silent || !file.startsWith('objects')) return false
      reached()
      return true
    })
    const job = await start(receiver, server.address)
    await fetching
    await receiver.send('POST', `/api/jobs/${job.id}/cancel`)
    expect(await ended(receiver.service, job.id)).toMatchObject({ state: 'cancelled' })
    expect(await holds(receiver)).toBe(1)
    silent = false
    expect(await receiver.apply(server.address)).toMatchObject({ version: 2 })
    expect(await holds(receiver)).toBe(2)
  })

  it('of a check leaves nothing behind', async () => {
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const receiver = await startReceiver()
    await receiver.trust(channel.directory)
    let reached = () => {}
    const asked = new Promise<void>((resolve) => {
      reached = resolve
    })
    const server = await serveFolder(channel.directory, () => {
      reached()
      return true
    })
    const job = await receiver.send<JobView>('POST', '/api/updates/check', { from: server.address })
    await asked
    await receiver.send('POST', `/api/jobs/${job.id}/cancel`)
    expect(await ended(receiver.service, job.id)).toMatchObject({ state: 'cancelled' })
    expect(await receiver.check(channel.directory)).toMatchObject({ state: 'available', version: 1 })
  })
})
