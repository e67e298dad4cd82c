import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { LibraryTables } from '../store/schema.ts'
import { listChannels } from './channels.repository.ts'
import { ChannelDescription, channelTarget, METADATA, TARGETS } from './repository-format.ts'
import { findRepositories } from './sources/open-source.ts'
import type { FoundStick } from './update-view.ts'

const decompress = promisify(zstdDecompress)

/** Descriptions are a few kilobytes; what is larger is none. Bytes. */
const LARGEST_CLAIM = 1024 * 1024

const Timestamp = z.looseObject({
  signed: z.looseObject({ meta: z.record(z.string(), z.looseObject({ version: z.int() })) }),
})
const Targets = z.looseObject({
  signed: z.looseObject({
    targets: z.record(z.string(), z.looseObject({ hashes: z.looseObject({ sha256: z.string() }) })),
  }),
})

/**
 * Channels on the sticks and drives that are plugged in. What they say is only read, not verified: it decides nothing
 * but whether to offer a look.
 */
export async function findSticks(db: Kysely<LibraryTables>, mountPoints: readonly string[]): Promise<FoundStick[]> {
  const known = new Map((await listChannels(db)).map((channel) => [channel.id, channel]))
  const sticks: FoundStick[] = []
  for (const mount of mountPoints) {
    for (const repository of await findRepositories(mount)) {
      const claim = await readClaim(repository).catch(() => undefined)
      if (!claim) continue
      const channel = known.get(claim.id)
      // A draft is for those who asked for it.
      if (!channel && claim.stage === 'draft') continue
      sticks.push({
        from: repository,
        channel: claim.id,
        title: claim.title,
        known: channel !== undefined,
        claims: claim.version,
        newer: claim.version > (channel?.newest_version ?? 0),
      })
    }
  }
  return sticks
}

async function readClaim(repository: string): Promise<ChannelDescription> {
  const json = async (name: string) =>
    JSON.parse((await readSmall(path.join(repository, METADATA, name))).toString('utf8'))
  const version = Timestamp.parse(await json('timestamp.json')).signed.meta['snapshot.json']?.version
  const targets = Targets.parse(await json(`${version}.targets.json`)).signed.targets
  const hash = targets[channelTarget]?.hashes.sha256
  const stored = await readSmall(path.join(repository, TARGETS, `${hash}.${channelTarget}`))
  const text = await decompress(stored, { maxOutputLength: LARGEST_CLAIM })
  return ChannelDescription.parse(JSON.parse(text.toString('utf8')))
}

async function readSmall(file: string): Promise<Buffer> {
  const status = await stat(file)
  if (!status.isFile() || status.size > LARGEST_CLAIM) throw new RangeError(file)
  return readFile(file)
}
