import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobView } from '../../library/jobs/job-view.ts'
import { keepRoot } from '../../library/updates/trust-channel.ts'
import type { TrustOffer } from '../../library/updates/update-view.ts'
import { ended } from '../service/running-service.ts'
import { createWorkshop, policy } from './channel-workshop.ts'
import { startReceiver } from './receiver.ts'
import { serveFolder } from './static-server.ts'

const id = 'ceshi-pindao'
const items = [{ revisions: [policy('yinshui', '溪口镇饮水办法', ['水费按月公布。'])] }]

/** A library that trusts a channel, and a way to trust it anew step by step. */
async function trusting() {
  const workshop = createWorkshop(id)
  workshop.publish({ version: 1, items })
  const receiver = await startReceiver()
  await receiver.trust(workshop.directory)
  const { session } = receiver.service
  const { channels } = session.paths
  return {
    workshop,
    receiver,
    /** What a person trusts anew lies there; the channel does not speak of it before `enter`. */
    async trustAnew() {
      const from = workshop.directory
      const { fingerprint } = await receiver.send<TrustOffer>('POST', '/api/channels/inspect', { from })
      const given = await keepRoot(from, { fingerprint: fingerprint.hex }, channels)
      const place = path.join(channels, id, given.trusted)
      return { place, enter: () => session.writer.trustChannel(given) }
    },
    folders: () => readdirSync(path.join(channels, id)),
  }
}

describe('trusting a channel anew', () => {
  it('while it is checked or updated loses nothing, and leaves nothing', async () => {
    const { workshop, receiver, trustAnew, folders } = await trusting()
    for (const work of [receiver.check, receiver.apply]) {
      const given = await trustAnew()
      await work(workshop.directory)
      expect(existsSync(given.place)).toBe(true)
      await given.enter()
      expect(await receiver.check(workshop.directory)).toMatchObject({ channel: id, version: 1 })
      expect(existsSync(given.place)).toBe(true)
    }
    workshop.publish({ version: 2, items })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 2 })
    expect(await receiver.check(workshop.directory)).toMatchObject({ state: 'current' })
    expect(folders().filter((name) => !name.startsWith('given-'))).toHaveLength(1)
  })

  it('in the middle of an update: what was verified by the trust before does not take effect', async () => {
    const { workshop, receiver, trustAnew } = await trusting()
    let reached = () => {}
    const atObject = new Promise<void>((resolve) => {
      reached = resolve
    })
    let goOn = () => {}
    const entered = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const server = await serveFolder(workshop.directory, (file, response) => {
      if (!file.startsWith('objects/')) return false
      reached()
      void entered.then(() => response.end(readFileSync(path.join(workshop.directory, file))))
      return true
    })
    const job = await receiver.send<JobView>('POST', '/api/updates/apply', { from: server.address })
    await atObject
    await (await trustAnew()).enter()
    goOn()
    expect((await ended(receiver.service, job.id)).error).toMatchObject({ code: 'OFFER_CHANGED' })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 1, new: 1 })
    expect(await receiver.find('水费按月公布')).toHaveLength(1)
  })
})
