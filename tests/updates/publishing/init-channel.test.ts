import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Metadata, MetadataKind } from '@tufjs/models'
import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../../library/updates/publishing/channel-definition.ts'
import { type Ceremony, initChannel } from '../../../library/updates/publishing/init-channel.ts'
import { readKeyFile } from '../../../library/updates/publishing/key-file.ts'
import { openFolder } from '../../../library/updates/publishing/open-folder.ts'
import { unlockSigners } from '../../../library/updates/publishing/unlock-signers.ts'
import { viewPublishedChannel } from '../../../library/updates/publishing/view-published-channel.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'
import { failingDisk } from './failing-disk.ts'
import { holders, makeLightKey, passphrases, publisherFolder } from './publishing-office.ts'

const NOW = new Date('2026-11-20T08:00:00Z')
const ceremonyIn = (directory: string, more: Partial<Ceremony> = {}): Ceremony => ({
  ...{ directory, id: 'xikou', title: '溪口政策', publisher: '溪口镇', holders, threshold: 2, passphrases },
  ...more,
})

async function unlock(directory: string, names: readonly string[], keysDirectory?: string) {
  const { definition, root } = await openFolder(directory)
  const roles = ['root', 'targets', 'release'] as const
  const secrets = Object.fromEntries(names.map((name) => [name, passphrases[name] ?? '']))
  return unlockSigners({ directory, definition, root, passphrases: secrets, keysDirectory, roles })
}

describe('a key ceremony', { timeout: 120_000 }, () => {
  it('makes a root of three holders that two of them signed, and no more', async () => {
    const { directory } = await publisherFolder()
    const text = readFileSync(path.join(directory, 'repository', 'metadata', '1.root.json'), 'utf8')
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(text))
    expect(() => root.verifyDelegate('root', root)).not.toThrow()
    expect(Object.keys(root.signatures)).toHaveLength(2)
    expect(root.signed.consistentSnapshot).toBe(true)
    const { root: ids, targets, snapshot, timestamp } = root.signed.roles
    expect([ids?.keyIDs.length, ids?.threshold, targets?.keyIDs.length]).toEqual([3, 2, 1])
    expect(snapshot?.keyIDs).toEqual(timestamp?.keyIDs)
    expect(text).not.toMatch(/\s/)
    const { keys } = await viewPublishedChannel(directory)
    expect(keys.map(({ name, holder }) => `${name} ${holder}`)).toEqual([
      'root-1 张三',
      'root-2 李四',
      'root-3 王五',
      'targets-1 张三',
      'release-1 张三',
    ])
  })

  it.each([
    ['a threshold that no one can reach', { threshold: 4 }, 'CEREMONY_REFUSED'],
    ['no holder', { holders: [] }, 'CEREMONY_REFUSED'],
    ['a weak passphrase', { passphrases: { ...passphrases, 'root-2': '12345' } }, 'PASSPHRASE_WEAK'],
    ['a missing passphrase', { passphrases: { 'root-1': passphrases['root-1'] ?? '' } }, 'PASSPHRASE_MISSING'],
  ])('refuses %s, and leaves nothing behind', async (_name, more, code) => {
    const folder = temporaryFolder()
    await expect(initChannel(ceremonyIn(path.join(folder, '频道'), more), NOW)).rejects.toMatchObject({ code })
    expect(readdirSync(folder)).toEqual([])
  })

  it('goes neither into a folder with other things nor over the keys of another channel', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, '别的.txt'), '')
    await expect(initChannel(ceremonyIn(folder), NOW)).rejects.toMatchObject({ code: 'PUBLISHING_FOLDER_TAKEN' })
    const stick = temporaryFolder()
    writeFileSync(path.join(stick, 'root-2.key.json'), '另一个频道的')
    const apart = ceremonyIn(path.join(temporaryFolder(), '频道'), { keysDirectory: stick })
    await expect(initChannel(apart, NOW)).rejects.toMatchObject({ code: 'PUBLISHING_FOLDER_TAKEN' })
    expect(readFileSync(path.join(stick, 'root-2.key.json'), 'utf8')).toBe('另一个频道的')
    const gone = ceremonyIn(path.join(temporaryFolder(), '频道'), { keysDirectory: path.join(stick, '没有', '插') })
    await expect(initChannel(gone, NOW)).rejects.toMatchObject({ code: 'PUBLISH_STORAGE_GONE' })
  })

  it('that found the disk full leaves no key behind, and can be held again in the same folder', async () => {
    const directory = path.join(temporaryFolder(), '频道')
    const keysDirectory = temporaryFolder()
    const one = { holders: ['张三'], threshold: 1, keysDirectory }
    const disk = await failingDisk()
    for (const call of [3, 12, 25]) {
      disk.failFrom(call, 'ENOSPC')
      const failure = await initChannel(ceremonyIn(directory, one), NOW, makeLightKey).catch((error: unknown) => error)
      disk.failFrom(undefined)
      expect(failure, `call ${call}`).toMatchObject({ code: 'PUBLISH_DISK_FULL' })
      expect([readdirSync(directory), readdirSync(keysDirectory)], `call ${call}`).toEqual([[], []])
    }
    await expect(initChannel(ceremonyIn(directory, one), NOW)).resolves.toHaveLength(3)
    for (const name of readdirSync(keysDirectory)) {
      // Whoever found the file pays 128 MB and half a second for every guess.
      expect(readKeyFile(readFileSync(path.join(keysDirectory, name), 'utf8'), name).kdf.N, name).toBe(1 << 17)
    }
    expect((await readDefinition(directory)).keys).toHaveLength(3)
  })
})

describe('keys that lie apart', { timeout: 120_000 }, () => {
  it('are found on a stick, whose place is remembered', async () => {
    const { directory } = await publisherFolder()
    const stick = path.join(temporaryFolder(), 'U盘')
    mkdirSync(stick)
    renameSync(path.join(directory, 'keys', 'root-1.key.json'), path.join(stick, 'root-1.key.json'))
    const where = async () => (await viewPublishedChannel(directory)).keys.find(({ name }) => name === 'root-1')?.file
    expect(await where()).toBeUndefined()
    await expect(unlock(directory, ['root-1'])).rejects.toMatchObject({
      code: 'KEY_FILE_MISSING',
      why: 'root-1.key.json（张三）',
    })
    expect((await unlock(directory, ['root-1'], stick)).map(({ name }) => name)).toEqual(['root-1'])
    expect(await where()).toBe(path.join(stick, 'root-1.key.json'))
    expect(await unlock(directory, ['root-1'])).toHaveLength(1)
  })

  it('of another channel, or damaged, are told as what they are', async () => {
    const { directory } = await publisherFolder()
    const keys = path.join(directory, 'keys')
    await expect(unlock(directory, ['root-9'])).rejects.toMatchObject({ code: 'KEY_NOT_FOUND' })
    cpSync(path.join(keys, 'root-2.key.json'), path.join(keys, 'root-1.key.json'))
    await expect(unlock(directory, ['root-1'])).rejects.toMatchObject({ code: 'KEY_FILE_FOREIGN' })
    writeFileSync(path.join(keys, 'root-1.key.json'), '{"format":1')
    await expect(unlock(directory, ['root-1'])).rejects.toMatchObject({ code: 'KEY_FILE_DAMAGED' })
  })
})
