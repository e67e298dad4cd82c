import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { createWorkshop, makeKey, makeKeys, policy, type Workshop } from './channel-workshop.ts'
import { type Receiver, startReceiver } from './receiver.ts'

const item = (mark: string) => ({ revisions: [policy('shuifei-banfa', '溪口镇水费办法', [`${mark}按月公布。`])] })
const other = { revisions: [policy('daolu-banfa', '溪口镇道路办法', ['道路每季养护。'])] }

describe('what is not the publisher’s next version is refused, and the next good one installs', () => {
  let workshop: Workshop
  let receiver: Receiver
  let first: string
  beforeEach(async () => {
    workshop = createWorkshop()
    receiver = await startReceiver()
    workshop.publish({ version: 1, items: [item('甲子丑'), other] })
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    first = copyOf(workshop)
    workshop.publish({ version: 2, items: [item('乙寅卯'), other] })
  })

  function copyOf({ directory }: Workshop): string {
    const copy = `${directory}-copy-${Math.random().toString(36).slice(2)}`
    cpSync(directory, copy, { recursive: true })
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
    return copy
  }
  /** What was installed is there and in use; then the honest newest version installs. */
  async function staysSound(good = 3) {
    const [channel] = await receiver.get<ChannelView[]>('/api/channels')
    const version = channel?.version ?? 0
    const mark = version === 1 ? '甲子丑' : '乙寅卯'
    expect(await receiver.find(`${mark}按月公布`)).toEqual(['溪口镇水费办法'])
    workshop.publish({ version: good, items: [item('丙辰巳'), other] })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: good })
    expect(await receiver.find('丙辰巳按月公布')).toEqual(['溪口镇水费办法'])
  }

  it('rollback: an older version, wholly signed', async () => {
    await receiver.apply(workshop.directory)
    await expect(receiver.apply(first)).rejects.toMatchObject({ code: 'PACK_ROLLBACK' })
    await staysSound()
  })

  it('rollback: an older content under newer metadata', async () => {
    await receiver.apply(workshop.directory)
    workshop.publish({ version: 1, metadataVersion: 3, items: [item('甲子丑'), other] })
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'PACK_ROLLBACK' })
    await staysSound(4)
  })

  it('freeze: signatures whose day is over', async () => {
    workshop.publish({ version: 2, items: [item('乙寅卯'), other], expires: '2020-01-01T00:00:00Z' })
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'PACK_EXPIRED' })
    await staysSound()
  })

  it('mix and match: the snapshot of one version under the timestamp of another', async () => {
    const metadata = (name: string) => path.join(workshop.directory, 'metadata', name)
    writeFileSync(metadata('2.snapshot.json'), readFileSync(metadata('1.snapshot.json')))
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'PACK_DAMAGED' })
    await staysSound()
  })

  it('mix and match: an item’s object in the place of another’s', async () => {
    const copy = copyOf(workshop)
    const [wanted] = newer(first, copy).filter((file) => file.startsWith('objects'))
    const [another] = filesBelow(path.join(first, 'objects'))
    writeFileSync(path.join(copy, wanted ?? ''), readFileSync(another ?? ''))
    await expect(receiver.apply(copy)).rejects.toMatchObject({ code: 'PACK_DAMAGED' })
    await staysSound()
  })

  it.each(['timestamp.json', '2.snapshot.json', '2.targets.json', '2.root.json'])(
    'endless data in %s',
    async (name) => {
      const copy = copyOf(workshop)
      const file = path.join(copy, 'metadata', name)
      writeFileSync(file, '{}')
      truncateSync(file, 3 * 1024 ** 3)
      const refused = await receiver.apply(copy).catch((error: { code: string }) => error.code)
      expect(refused).toMatch(/^PACK_(TOO_LARGE|DAMAGED|FORGED)$/)
      await staysSound()
    },
  )

  it('endless data in an object and in a bin', async () => {
    for (const folder of ['objects', 'targets']) {
      const copy = copyOf(workshop)
      for (const file of filesBelow(path.join(copy, folder))) truncateSync(file, 2 * 1024 ** 3)
      await expect(receiver.apply(copy)).rejects.toMatchObject({
        code: expect.stringMatching(/PACK_(TOO_LARGE|DAMAGED)/),
      })
    }
    await staysSound()
  })

  it.each(['targets', 'release'] as const)('a stranger’s %s key', async (role) => {
    const copy = createWorkshop('ceshi-pindao', { ...workshop.keys, [role]: makeKey() })
    copy.publish({ version: 2, items: [item('贼人篡改'), other] })
    cpSync(path.join(workshop.directory, 'metadata/1.root.json'), path.join(copy.directory, 'metadata/1.root.json'))
    await expect(receiver.apply(copy.directory)).rejects.toMatchObject({ code: 'PACK_FORGED' })
    await staysSound()
  })

  it('another publisher’s channel under this one’s name', async () => {
    const thief = createWorkshop('ceshi-pindao', makeKeys())
    thief.publish({ version: 9, items: [item('贼人篡改')] })
    await expect(receiver.apply(thief.directory)).rejects.toMatchObject({ code: 'PACK_FORGED' })
    await staysSound()
  })

  it('a new root that too few of the old keys signed', async () => {
    const stolen = { ...makeKeys(), roots: [workshop.keys.roots[0] ?? makeKey(), makeKey(), makeKey()] }
    workshop.writeRoot(2, stolen, [...stolen.roots])
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'PACK_FORGED' })
    rmSync(path.join(workshop.directory, 'metadata/2.root.json'))
    await staysSound()
  })

  it('fast-forward: after the stolen key is replaced, a lower version installs again', async () => {
    workshop.publish({ version: 2, metadataVersion: 2_000_000, items: [item('乙寅卯'), other] })
    await receiver.apply(workshop.directory)
    const changed = { ...workshop.keys, targets: makeKey(), release: makeKey() }
    workshop.writeRoot(2, changed, workshop.keys.roots.slice(0, 2))
    workshop.publish({ version: 3, items: [item('丙辰巳'), other], keys: changed })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 3 })
    expect(await receiver.find('丙辰巳按月公布')).toEqual(['溪口镇水费办法'])
  })

  it('keys changed by the root’s holders go on as before', async () => {
    const changed = { roots: [makeKey(), makeKey(), makeKey()], targets: makeKey(), release: makeKey() }
    workshop.writeRoot(2, changed, [...workshop.keys.roots.slice(0, 2), ...changed.roots.slice(0, 2)])
    workshop.publish({ version: 3, items: [item('丙辰巳'), other], keys: changed })
    expect(await receiver.apply(workshop.directory)).toMatchObject({ version: 3 })
  })

  it('a pack for a newer app', async () => {
    workshop.publish({
      version: 2,
      items: [item('乙寅卯')],
      describe: (facts) => ({ ...facts, format: 2, more: true }),
    })
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'PACK_NEWER' })
    await staysSound()
  })

  it('another channel’s description, signed by this one’s keys', async () => {
    workshop.publish({ version: 2, items: [item('乙寅卯')], describe: (facts) => ({ ...facts, id: 'bie-de-pindao' }) })
    await expect(receiver.apply(workshop.directory)).rejects.toMatchObject({ code: 'CHANNEL_UNKNOWN' })
    await staysSound()
  })

  it('a copy that broke off anywhere', async () => {
    const files = filesBelow(workshop.directory)
    const needed = newer(first, workshop.directory)
    for (const file of needed) {
      const copy = copyOf(workshop)
      rmSync(path.join(copy, file))
      await expect(receiver.apply(copy), file).rejects.toMatchObject({
        code: expect.stringMatching(/^(PACK_DAMAGED|SOURCE_NOT_FOUND)$/),
      })
    }
    expect(needed.length).toBeGreaterThan(4)
    expect(files.length).toBeGreaterThan(needed.length)
    await staysSound()
  })

  it('a byte changed in any file that the update reads', async () => {
    for (const file of newer(first, workshop.directory)) {
      const copy = copyOf(workshop)
      const bytes = readFileSync(path.join(copy, file))
      for (const at of [0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 1]) {
        const spoilt = Buffer.from(bytes)
        spoilt[at] = (spoilt[at] as number) ^ 0x04
        writeFileSync(path.join(copy, file), spoilt)
        await expect(receiver.apply(copy), `${file} at ${at}`).rejects.toMatchObject({
          code: expect.stringMatching(/^PACK_(DAMAGED|FORGED|EXPIRED|NEWER|ROLLBACK|TOO_LARGE)$/),
        })
      }
    }
    await staysSound()
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Files of a version that are not those of the version before. */
function newer(before: string, after: string): string[] {
  const contents = (folder: string) =>
    new Map(filesBelow(folder).map((file) => [path.relative(folder, file), readFileSync(file).toString('base64')]))
  const old = contents(before)
  return [...contents(after)].filter(([file, bytes]) => old.get(file) !== bytes).map(([file]) => file)
}
