import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Metadata, MetadataKind } from '@tufjs/models'
import { Updater } from 'tuf-js'
import { z } from 'zod'
import { rootFingerprint } from '../fingerprint.ts'
import {
  binTarget,
  ChannelDescription,
  channelTarget,
  LARGEST_TARGET,
  ManifestBin,
  REPOSITORY_FORMAT,
  TARGETS,
} from '../repository-format.ts'
import type { RepositorySource } from '../sources/repository-source.ts'
import { refuseUpdate } from '../update-refused-error.ts'
import { refusalOf } from './refusal-of.ts'
import { metadataBaseUrl, tufFetcher } from './tuf-fetcher.ts'

const decompress = promisify(zstdDecompress)

/** A repository whose metadata the trusted root vouches for (TUF 1.0.34 §5). */
export interface VerifiedRepository {
  readonly description: ChannelDescription
  /** Short ids of the keys that signed the targets. */
  readonly signedBy: readonly string[]
  /** Of its newest root, hexadecimal. */
  readonly fingerprint: string
  /** The first day on which one of its signatures ends, ISO date-time. */
  readonly signaturesEndAt: string
  /** SHA-256 of a bin as stored; undefined when the channel has no items there. */
  binHash(bin: string): Promise<string | undefined>
  readBin(bin: string): Promise<ManifestBin>
  /** A target's verified content, parsed; undefined when there is no such target. */
  readTarget<T>(name: string, schema: z.ZodType<T>): Promise<T | undefined>
}

/**
 * Brings trusted metadata up to what a source holds, and verifies that.
 * @param directory holds at least the trusted `root.json`; gets what is newer. Give a copy: after a refusal it is worth nothing.
 * @throws {UpdateRefusedError} for every attack TUF names, and for a pack of a newer app
 */
export async function verifyRepository(source: RepositorySource, directory: string): Promise<VerifiedRepository> {
  const fetcher = tufFetcher(source)
  const updater = new Updater({ metadataDir: directory, metadataBaseUrl, fetcher })
  try {
    await updater.refresh()
    const read = readerOf(source, updater)
    const description = await readDescription(read)
    const facts = await readFacts(directory)
    return {
      ...facts,
      description,
      readTarget: read,
      binHash: async (bin) => (await updater.getTargetInfo(binTarget(bin)))?.hashes.sha256,
      async readBin(bin) {
        const found = await read(binTarget(bin), ManifestBin)
        if (!found) throw refuseUpdate('PACK_DAMAGED', `缺少 ${binTarget(bin)}`)
        return found
      },
    }
  } catch (error) {
    throw fetcher.failure() ?? refusalOf(error, source.place)
  }
}

type Read = VerifiedRepository['readTarget']

function readerOf(source: RepositorySource, updater: Updater): Read {
  return async (name, schema) => {
    const target = await updater.getTargetInfo(name)
    if (!target) return undefined
    const sha256 = target.hashes.sha256
    if (sha256 === undefined) throw refuseUpdate('PACK_DAMAGED', name)
    const folder = path.posix.dirname(name)
    const file = path.posix.join(TARGETS, folder, `${sha256}.${path.posix.basename(name)}`)
    const stored = await source.read(file, Math.min(target.length, LARGEST_TARGET))
    if (!stored) throw refuseUpdate('PACK_DAMAGED', `缺少 ${file}`)
    if (stored.byteLength !== target.length || hashOf(stored) !== sha256) throw refuseUpdate('PACK_DAMAGED', file)
    const text = await decompress(stored, { maxOutputLength: LARGEST_TARGET }).catch((error: unknown) => {
      throw refuseUpdate('PACK_DAMAGED', file, error)
    })
    return parsed(text.toString('utf8'), schema, file)
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const AnyFormat = z.looseObject({ format: z.number() })

/** Signed content of a newer format asks for a newer app; anything else that does not fit is damage. */
function parsed<T>(text: string, schema: z.ZodType<T>, file: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refuseUpdate('PACK_DAMAGED', file, error)
  }
  const fits = schema.safeParse(value)
  if (fits.success) return fits.data
  const format = AnyFormat.safeParse(value)
  const newer = format.success && format.data.format > REPOSITORY_FORMAT
  throw refuseUpdate(newer ? 'PACK_NEWER' : 'PACK_DAMAGED', file, fits.error)
}

async function readDescription(read: Read): Promise<ChannelDescription> {
  const description = await read(channelTarget, ChannelDescription)
  if (!description) throw refuseUpdate('PACK_DAMAGED', `缺少 ${channelTarget}`)
  return description
}

async function readFacts(directory: string) {
  const json = async (name: string) => JSON.parse(await readFile(path.join(directory, `${name}.json`), 'utf8'))
  const root = Metadata.fromJSON(MetadataKind.Root, await json('root'))
  const targets = Metadata.fromJSON(MetadataKind.Targets, await json('targets'))
  const snapshot = Metadata.fromJSON(MetadataKind.Snapshot, await json('snapshot'))
  const timestamp = Metadata.fromJSON(MetadataKind.Timestamp, await json('timestamp'))
  const ends = [root, targets, snapshot, timestamp].map(({ signed }) => signed.expires).sort()
  return {
    signedBy: Object.keys(targets.signatures).map((keyId) => keyId.slice(0, 8)),
    fingerprint: rootFingerprint(root.signed).hex,
    signaturesEndAt: ends[0] as string,
  }
}
