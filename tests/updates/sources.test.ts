import { cpSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../store/temporary-library.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { counts, createTwoVersions, wholeVersion } from './two-versions.ts'
import { zipFolder } from './zip-folder.ts'

const holds = ({ service, find }: Receiver) =>
  wholeVersion(service.session.access, service.session.paths.channels, find)

/** The ways in which a repository reaches a reader without a network: each gives the place to name. */
const carried: readonly (readonly [string, (repository: string) => Promise<string> | string])[] = [
  ['a folder', (repository) => repository],
  [
    'a stick with the folder somewhere on it, beside other things',
    (repository) => {
      const stick = temporaryFolder()
      writeFileSync(path.join(stick, '通知.txt'), '请更新。')
      mkdirSync(path.join(stick, '照片'))
      cpSync(repository, path.join(stick, '溪口镇 更新包', 'repository'), { recursive: true })
      return stick
    },
  ],
  [
    'a .zip, stored',
    (repository) => zipFolder(repository, path.join(temporaryFolder(), 'gengxin.zip'), { compress: false }),
  ],
  [
    'a .zip, deflated, with Chinese names around it',
    (repository) =>
      zipFolder(repository, path.join(temporaryFolder(), '十一月更新（溪口镇）.zip'), {
        compress: true,
        below: '更新包/第十一期',
      }),
  ],
]

describe('the same channel, carried in different ways', () => {
  it.each(carried)('by %s', async (_, carry) => {
    const channel = createTwoVersions()
    const receiver = await startReceiver()
    channel.publishVersion(1)
    const first = await carry(channel.directory)
    await receiver.trust(first)
    expect(await receiver.apply(first)).toMatchObject({ version: 1, new: counts.first })
    expect(await holds(receiver)).toBe(1)
    channel.publishVersion(2)
    const second = await carry(channel.directory)
    const offer = await receiver.check(second)
    expect(offer).toMatchObject({ state: 'available', version: 2 })
    const { first: _first, ...changes } = counts
    expect(await receiver.apply(second, offer.version)).toMatchObject({ ...changes, bytes: offer.bytes })
    expect(await holds(receiver)).toBe(2)
    expect(await receiver.check(second)).toMatchObject({ state: 'current', bytes: 0 })
  })

  it('goes on from one way to another, and takes only what is not here', async () => {
    const channel = createTwoVersions()
    const receiver = await startReceiver()
    channel.publishVersion(1)
    await receiver.trust(channel.directory)
    await receiver.apply(channel.directory)
    channel.publishVersion(2)
    const zip = await zipFolder(channel.directory, path.join(temporaryFolder(), '更新.zip'), { compress: true })
    expect(await receiver.apply(zip)).toMatchObject({ version: 2 })
    expect(await receiver.check(channel.directory)).toMatchObject({ state: 'current', bytes: 0 })
  })
})

describe('what holds no channel', () => {
  it.each([
    ['a folder that is not there', (folder: string) => path.join(folder, '没有')],
    ['an empty folder', (folder: string) => folder],
    [
      'a file of another kind',
      (folder: string) => {
        writeFileSync(path.join(folder, '通知.txt'), '请更新。')
        return path.join(folder, '通知.txt')
      },
    ],
    ['half an address', () => 'http://'],
  ])('%s is told plainly', async (_, make) => {
    const receiver = await startReceiver()
    const refusal = await receiver.check(make(temporaryFolder())).then(
      () => undefined,
      (error: { code: string; message: string }) => error,
    )
    expect(refusal?.code).toMatch(/^SOURCE_(NOT_FOUND|DAMAGED)$/)
    expect(refusal?.message).toMatch(/请/)
  })

  it('a .zip without a channel in it, and one that broke off while it was copied', async () => {
    const receiver = await startReceiver()
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, '通知.txt'), '请更新。')
    const other = await zipFolder(folder, path.join(temporaryFolder(), '别的.zip'), { compress: true })
    await expect(receiver.check(other)).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })

    const channel = createTwoVersions()
    channel.publishVersion(1)
    const whole = await zipFolder(channel.directory, path.join(temporaryFolder(), '更新.zip'), { compress: true })
    await receiver.trust(whole)
    const half = path.join(temporaryFolder(), '半个.zip')
    cpSync(whole, half)
    truncateSync(half, Math.floor(statSync(half).size / 2))
    await expect(receiver.apply(half)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' })
    expect(await holds(receiver)).toBeNull()
    expect(await receiver.apply(whole)).toMatchObject({ version: 1 })
  })
})
