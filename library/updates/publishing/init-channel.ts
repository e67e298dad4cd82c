import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Metadata, Root } from '@tufjs/models'
import { writeWhole } from '../../store/blob-store.ts'
import { METADATA } from '../repository-format.ts'
import { type ChannelDefinition, publisherPaths, writeDefinition } from './channel-definition.ts'
import { createKeyFile, type KeyFile, requireStrong } from './key-file.ts'
import { publishingError, tellingStorage } from './publishing-error.ts'
import { openRepositoryWriter } from './repository-writer.ts'
import { rolesOf, type Signer, signMetadata, tufKey } from './signer.ts'
import { expiresIn, SPEC_VERSION } from './tuf-facts.ts'

/** A key ceremony: who holds which key, under which passphrase. */
export interface Ceremony {
  readonly directory: string
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** Who holds the root keys, one each; the first also holds `targets-1` and `release-1`. */
  readonly holders: readonly string[]
  /** How many root keys must sign a new root. */
  readonly threshold: number
  /** By key name: `root-1` …, `targets-1`, `release-1`. */
  readonly passphrases: Readonly<Record<string, string>>
  /** Where the key files go, when they are kept apart from the folder that is published from. */
  readonly keysDirectory?: string | undefined
}

const EXPIRY: ChannelDefinition['expiry'] = { root: 10, targets: 3, snapshot: 3, timestamp: 3 }
const KEEP_VERSIONS = 10

/** The keys of a ceremony with so many holders. */
export const ceremonyKeys = (holders: readonly string[]): Pick<KeyFile, 'name' | 'role' | 'holder'>[] => [
  ...holders.map((holder, index) => ({ name: `root-${index + 1}`, role: 'root' as const, holder })),
  { name: 'targets-1', role: 'targets', holder: holders[0] ?? '' },
  { name: 'release-1', role: 'release', holder: holders[0] ?? '' },
]

/**
 * Makes a channel's keys, its first root and the folder it is published from.
 * @returns the unlocked keys, so that the first version can be published without asking again
 * @param makeKey how a key and its file are made
 * @throws {PublishingError} CEREMONY_REFUSED, PASSPHRASE_WEAK, PASSPHRASE_MISSING, PUBLISHING_FOLDER_TAKEN
 */
export async function initChannel(
  ceremony: Ceremony,
  now: Date,
  makeKey: MakeKey = createKeyFile,
): Promise<readonly Signer[]> {
  const { directory, holders, threshold, passphrases } = ceremony
  if (holders.length < 1 || threshold < 1 || threshold > holders.length) throw publishingError('CEREMONY_REFUSED')
  const wanted = ceremonyKeys(holders)
  for (const { name, holder } of wanted) {
    if (passphrases[name] === undefined) throw publishingError('PASSPHRASE_MISSING', `${name}（${holder}）`)
    requireStrong(passphrases[name], name)
  }
  const keysDirectory = ceremony.keysDirectory ?? publisherPaths(directory).keys
  return tellingStorage(async () => {
    await requireEmpty(directory)
    await makeFolder(keysDirectory)
    for (const { name } of wanted) await requireNoKey(keysDirectory, name)
    try {
      return await perform({ ceremony, wanted, keysDirectory, now, makeKey })
    } catch (error) {
      // Nothing trusts these keys yet; what is left would only stand in the way of the next attempt.
      for (const { name } of wanted) await rm(keyFileIn(keysDirectory, name), { force: true }).catch(() => undefined)
      for (const name of ['channel.json', 'keys', 'repository']) {
        await rm(path.join(directory, name), { recursive: true, force: true }).catch(() => undefined)
      }
      throw error
    }
  })
}

type MakeKey = (
  facts: Pick<KeyFile, 'name' | 'role' | 'holder'>,
  passphrase: string,
) => ReturnType<typeof createKeyFile>

async function perform({
  ceremony,
  wanted,
  keysDirectory,
  now,
  makeKey,
}: {
  readonly ceremony: Ceremony
  readonly wanted: ReturnType<typeof ceremonyKeys>
  readonly keysDirectory: string
  readonly now: Date
  readonly makeKey: MakeKey
}): Promise<readonly Signer[]> {
  const { directory, id, title, publisher, threshold, passphrases } = ceremony
  const made = []
  for (const facts of wanted) made.push(await makeKey(facts, passphrases[facts.name] ?? ''))
  for (const { file } of made) await keepKeyFile(keysDirectory, file)

  const root = new Root({
    version: 1,
    specVersion: SPEC_VERSION,
    expires: expiresIn(EXPIRY.root, now),
    consistentSnapshot: true,
  })
  for (const { file } of made) {
    for (const role of rolesOf(file.role)) root.addKey(tufKey(file.public), role)
  }
  setThreshold(root, threshold)
  const signers = made.map(({ signer }) => signer)
  const rootSigners = signers.filter(({ role }) => role === 'root').slice(0, threshold)
  const repository = await openRepositoryWriter(publisherPaths(directory).repositoryOf('released'))
  await repository.write(`${METADATA}/1.root.json`, signMetadata(new Metadata(root), rootSigners))

  await writeDefinition(directory, {
    format: 1,
    id,
    title,
    publisher,
    choice: { queries: [], items: [], excluded: [] },
    withdrawn: [],
    keys: made.map(({ file: { name, role, holder, keyId, public: hex } }) => ({
      name,
      role,
      holder,
      keyId,
      public: hex,
      file: keyPlace(directory, keysDirectory, name),
    })),
    expiry: EXPIRY,
    keepVersions: KEEP_VERSIONS,
  })
  return signers
}

/** `Role.threshold` can only be read; roots are few, so it is set on the role that addKey made. */
export function setThreshold(root: Root, threshold: number): void {
  const role = root.roles.root
  if (role) Object.assign(role, { threshold })
}

const keyFileIn = (directory: string, name: string) => path.join(directory, `${name}.key.json`)

export async function keepKeyFile(directory: string, file: KeyFile): Promise<void> {
  await writeWhole(keyFileIn(directory, file.name), `${JSON.stringify(file, null, 2)}\n`)
}

/** Where a key's file lies, relative to the publisher's folder when it is within. */
export function keyPlace(directory: string, keysDirectory: string, name: string): string {
  const relative = path.relative(directory, path.join(keysDirectory, `${name}.key.json`))
  const within = !relative.startsWith('..') && !path.isAbsolute(relative)
  return within ? relative.split(path.sep).join('/') : path.resolve(keysDirectory, `${name}.key.json`)
}

/** Makes a folder on a disk that is there: a stick that is not plugged in is not replaced by a folder. */
export async function makeFolder(directory: string): Promise<void> {
  await mkdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw publishingError('PUBLISH_STORAGE_GONE', directory, error)
    if (error.code !== 'EEXIST') throw error
  })
}

/** A stick may hold another channel's keys, which nothing brings back. */
export async function requireNoKey(directory: string, name: string): Promise<void> {
  const names = await readdir(directory)
  if (names.includes(`${name}.key.json`)) {
    throw publishingError('PUBLISHING_FOLDER_TAKEN', `${directory} 里已有 ${name}.key.json。`)
  }
}

async function requireEmpty(directory: string): Promise<void> {
  await makeFolder(directory)
  const names = await readdir(directory)
  if (names.length > 0) throw publishingError('PUBLISHING_FOLDER_TAKEN', directory)
}
