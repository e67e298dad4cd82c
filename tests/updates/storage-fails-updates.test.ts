import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeOnce } from '../service/running-service.ts'
import { smallDisk } from '../store/small-disk.ts'
import { createWorkshop, policy } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { CHANNEL, createTwoVersions, wholeVersion } from './two-versions.ts'

/** Fills what is left of a disk but so many bytes, and gives it back. */
function fill(disk: string, left: number): () => void {
  const ballast = path.join(disk, 'ballast')
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return () => rmSync(ballast)
}

const holds = ({ service, find }: Receiver) =>
  wholeVersion(service.session.access, service.session.paths.channels, find)

describe('a full disk', () => {
  it.for([0, 40_000, 200_000])(
    'with %d bytes left: one clear sentence, the old version whole, and with room it goes through',
    async (left, test) => {
      const disk = smallDisk('8m')
      if (!disk) return test.skip('no file system can be mounted here')
      const channel = createTwoVersions()
      channel.publishVersion(1)
      const receiver = await startReceiver(path.join(disk, 'library'))
      await receiver.trust(channel.directory)
      await receiver.apply(channel.directory)
      channel.publishVersion(2)
      const free = fill(disk, left)
      const refusal = await receiver.apply(channel.directory).then(
        () => undefined,
        (error: { code?: string; message: string; answer?: { error: { code: string; what: string } } }) =>
          error.answer?.error ?? { code: error.code, what: error.message },
      )
      expect(refusal).toMatchObject({ code: 'DISK_FULL', what: expect.stringMatching(/磁盘满了/) })
      expect(await holds(receiver)).toBe(1)
      expect(await receiver.service.session.writer.findDamage()).toBeUndefined()
      free()
      expect(await receiver.apply(channel.directory)).toMatchObject({ version: 2 })
      expect(await holds(receiver)).toBe(2)
    },
  )

  it('going back without room, too', async (test) => {
    const disk = smallDisk('8m')
    if (!disk) return test.skip('no file system can be mounted here')
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const receiver = await startReceiver(path.join(disk, 'library'))
    await receiver.trust(channel.directory)
    await receiver.apply(channel.directory)
    channel.publishVersion(2)
    await receiver.apply(channel.directory)
    const free = fill(disk, 0)
    await receiver.rollBack(CHANNEL, 1).catch(() => undefined)
    const version = await holds(receiver).catch(() => 'torn')
    expect([1, 2]).toContain(version)
    free()
    await receiver.rollBack(CHANNEL, 1)
    expect(await holds(receiver)).toBe(1)
  })
})

describe('what cannot be written', () => {
  it('a read-only library is answered plainly, and updates when it can be written again', async (test) => {
    const disk = smallDisk('16m')
    if (!disk) return test.skip('no file system can be mounted here')
    const root = path.join(disk, 'library')
    const channel = createTwoVersions()
    channel.publishVersion(1)
    const first = await startReceiver(root)
    await first.trust(channel.directory)
    await first.apply(channel.directory)
    await closeOnce(first.service)
    channel.publishVersion(2)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const second = await startReceiver(root, undefined, 'browser')
    expect(await holds(second)).toBe(1)
    for (const [route, body] of [
      ['/api/updates/check', { from: channel.directory }],
      ['/api/updates/apply', { from: channel.directory }],
      [`/api/channels/${CHANNEL}/roll-back`, { version: 1 }],
    ] as const) {
      await expect(second.send('POST', route, body), route).rejects.toMatchObject({
        answer: { error: { code: 'STORAGE_READ_ONLY' } },
      })
    }
    await closeOnce(second.service)
    execFileSync('mount', ['-o', 'remount,rw', disk])
    const third = await startReceiver(root)
    expect(await third.apply(channel.directory)).toMatchObject({ version: 2 })
    expect(await holds(third)).toBe(2)
  })

  it('a stick that is write-protected is read as any other, and nothing is left on it', async (test) => {
    const disk = smallDisk('16m')
    if (!disk) return test.skip('no file system can be mounted here')
    const channel = createTwoVersions()
    channel.publishVersion(1)
    cpSync(channel.directory, path.join(disk, 'repository'), { recursive: true })
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const receiver = await startReceiver()
    await receiver.trust(disk)
    expect(await receiver.apply(disk)).toMatchObject({ version: 1 })
    expect(await holds(receiver)).toBe(1)
    expect(readdirSync(disk)).toEqual(['repository'])
  })

  it('a library whose folder is gone says so, and updates when it is back', async () => {
    const workshop = createWorkshop()
    const text = policy('shuifei-banfa', '溪口镇水费办法', ['水费按月公布。'])
    workshop.publish({
      version: 1,
      items: [{ revisions: [text], blobs: new Map([['text/plain', Buffer.from('附')]]) }],
    })
    const receiver = await startReceiver()
    await receiver.trust(workshop.directory)
    const { objects } = receiver.service.session.paths
    cpSync(objects, `${objects}-kept`, { recursive: true })
    rmSync(objects, { recursive: true })
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'STORAGE_GONE' })
    cpSync(`${objects}-kept`, objects, { recursive: true })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ new: 1 })
  })
})
