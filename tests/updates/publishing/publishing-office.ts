import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RunningService } from '../../../library/service/run-service.ts'
import {
  type ChannelDefinition,
  readDefinition,
  writeDefinition,
} from '../../../library/updates/publishing/channel-definition.ts'
import { ceremonyKeys, initChannel } from '../../../library/updates/publishing/init-channel.ts'
import { createKeyFile } from '../../../library/updates/publishing/key-file.ts'
import type { Stage } from '../../../library/updates/publishing/open-folder.ts'
import { publishChannel } from '../../../library/updates/publishing/publish-channel.ts'
import type { Signer } from '../../../library/updates/publishing/signer.ts'
import { importPaths, startService } from '../../service/running-service.ts'
import { temporaryFolder } from '../../store/temporary-library.ts'

export const holders = ['张三', '李四', '王五'] as const

/** A passphrase for every key of a ceremony. */
export const passphrases = Object.fromEntries(
  ceremonyKeys(holders).map(({ name }) => [name, `${name} 的口令 correct horse`]),
)

export const noContext = { signal: new AbortController().signal, report: () => {} }

/** Keys are slow to make and to unlock on purpose; what a guess costs is not what tests of a channel are about. */
export const makeLightKey = (...[facts, passphrase]: Parameters<typeof createKeyFile>) =>
  createKeyFile(facts, passphrase, 1 << 14)

/** One ceremony serves all tests of a file. */
let ceremony: Promise<{ directory: string; signers: readonly Signer[] }> | undefined

type AtEnd = (end: () => void | Promise<void>) => void

/** A publisher's folder after the ceremony, and its unlocked keys. */
export async function publisherFolder(atEnd?: AtEnd): Promise<{ directory: string; signers: readonly Signer[] }> {
  ceremony ??= (async () => {
    const directory = path.join(
      temporaryFolder(() => {}),
      '频道',
    )
    const signers = await initChannel(
      {
        directory,
        id: 'xikou-zhengce',
        title: '溪口政策',
        publisher: '溪口镇内容办公室',
        holders,
        threshold: 2,
        passphrases,
      },
      new Date(),
      makeLightKey,
    )
    return { directory, signers }
  })()
  const { directory, signers } = await ceremony
  const copy = path.join(temporaryFolder(atEnd), '频道')
  cpSync(directory, copy, { recursive: true })
  return { directory: copy, signers }
}

/** An office with a library and a channel. */
export async function startOffice(options: { readonly shell?: 'serve'; readonly atEnd?: AtEnd } = {}) {
  const root = temporaryFolder(options.atEnd)
  const service: RunningService = await startService(root, options)
  const { directory, signers } = await publisherFolder(options.atEnd)
  const { access } = service.session
  return {
    service,
    directory,
    signers,
    repository: path.join(directory, 'repository'),
    async importText(name: string, text: string): Promise<void> {
      const folder = path.join(root, '..', `${path.basename(root)}-files`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, name), text)
      const done = await importPaths(service, [path.join(folder, name)])
      if (done.state !== 'done') throw new Error(done.error?.message)
    },
    async define(change: Partial<ChannelDefinition>): Promise<void> {
      await writeDefinition(directory, { ...(await readDefinition(directory)), ...change })
    },
    publish: (notes = '', stage: Stage = 'released') =>
      publishChannel(access, { directory, stage, notes, signers }, noContext),
  }
}

export type Office = Awaited<ReturnType<typeof startOffice>>
