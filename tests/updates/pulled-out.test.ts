import { cpSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeOnce } from '../service/running-service.ts'
import { temporaryFolder } from '../store/temporary-library.ts'
import { type Trouble, watchStick } from './pulled-out.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { createTwoVersions, wholeVersion } from './two-versions.ts'

const holds = ({ service, find }: Receiver) =>
  wholeVersion(service.session.access, service.session.paths.channels, find)

describe('a stick pulled out while an update is read', () => {
  let template = ''
  let stick = ''
  let reads: readonly string[] = []
  beforeAll(async () => {
    const channel = createTwoVersions(temporaryFolder(afterAll))
    template = temporaryFolder(afterAll)
    stick = temporaryFolder(afterAll)
    channel.publishVersion(1)
    const receiver = await startReceiver(template, afterAll)
    await receiver.trust(channel.directory)
    await receiver.apply(channel.directory)
    await closeOnce(receiver.service)
    channel.publishVersion(2)
    cpSync(channel.directory, stick, { recursive: true })
  })
  const copy = () => {
    const root = temporaryFolder()
    cpSync(template, root, { recursive: true })
    return startReceiver(root)
  }

  it('is read as often as the update has files, and no file twice', async () => {
    const watch = watchStick(stick)
    const receiver = await copy()
    watch.failAt(0, 'gone')
    await receiver.apply(stick)
    reads = watch.opened()
    expect(new Set(reads).size).toBe(reads.length)
    expect(reads.filter((file) => file.startsWith('objects')).length).toBeGreaterThanOrEqual(6)
  })

  it.each<readonly [Trouble, number]>([
    ['gone', 2],
    ['error at opening', 3],
    ['error while reading', 4],
  ])(
    '%s, at each %dth read: the old version stays whole, and the second try fetches only the rest',
    { timeout: 120_000 },
    async (trouble, step) => {
      expect(reads.length).toBeGreaterThan(10)
      const watch = watchStick(stick)
      for (let at = step - 1; at <= reads.length; at += step) {
        const about = `${trouble} at read ${at}`
        const receiver = await copy()
        watch.failAt(at, trouble)
        const refusal = await receiver.apply(stick).catch((error: { code: string; message: string }) => error)
        expect(refusal, about).toMatchObject({
          code: 'SOURCE_GONE',
          message: expect.stringMatching(/已安装的内容没有改动/),
        })
        const fetched = watch.opened().filter((file) => file.startsWith('objects'))
        expect(await holds(receiver), about).toBe(1)
        watch.putBack()
        expect(await receiver.apply(stick), about).toMatchObject({ version: 2 })
        expect(
          watch.opened().filter((file) => fetched.includes(file)),
          about,
        ).toEqual([])
        expect(await holds(receiver), about).toBe(2)
        await closeOnce(receiver.service)
      }
    },
  )
})
