import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Metadata, Root } from '@tufjs/models'
import { type ChannelDefinition, type DefinedKey, publisherPaths, writeDefinition } from './channel-definition.ts'
import { keyPlace } from './init-channel.ts'
import { type KeyFile, readKeyFile, unlockKeyFile } from './key-file.ts'
import { publishingError } from './publishing-error.ts'
import type { KeyRole } from './publishing-view.ts'
import type { Signer } from './signer.ts'

export interface Unlocking {
  readonly directory: string
  readonly definition: ChannelDefinition
  /** The newest root, which says which keys count. */
  readonly root: Metadata<Root>
  /** By key name. Of keys with other roles than wanted they are not looked at. */
  readonly passphrases: Readonly<Record<string, string>>
  /** Where else to look for key files, such as a holder's stick, or two holders' sticks. */
  readonly keysDirectory?: string | readonly string[] | undefined
  readonly roles: readonly KeyRole[]
}

/**
 * Unlocks the keys whose passphrases are given, and remembers where their files were found.
 * @throws {PublishingError} KEY_NOT_FOUND, KEY_FILE_MISSING, KEY_FILE_FOREIGN, KEY_FILE_DAMAGED, PASSPHRASE_WRONG
 */
export async function unlockSigners(unlocking: Unlocking): Promise<Signer[]> {
  const { directory, definition, root, passphrases, roles } = unlocking
  const signers: Signer[] = []
  let { keys } = definition
  for (const [name, passphrase] of Object.entries(passphrases)) {
    const key = keys.find((one) => one.name === name)
    if (!key) throw publishingError('KEY_NOT_FOUND', name)
    if (!root.signed.keys[key.keyId]) throw publishingError('KEY_NOT_FOUND', name)
    if (!roles.includes(key.role)) continue
    const { file, place } = await findKeyFile(unlocking, key)
    signers.push(await unlockKeyFile(file, passphrase))
    keys = keys.map((one) => (one === key ? { ...key, file: place } : one))
  }
  if (JSON.stringify(keys) !== JSON.stringify(definition.keys)) {
    await writeDefinition(directory, { ...definition, keys })
  }
  return signers
}

async function findKeyFile({ directory, keysDirectory }: Unlocking, key: DefinedKey) {
  const name = `${key.name}.key.json`
  const places = [
    ...[keysDirectory ?? []].flat().map((folder) => path.join(folder, name)),
    ...(key.file === undefined ? [] : [path.resolve(directory, key.file)]),
    path.join(publisherPaths(directory).keys, name),
  ]
  let foreign: string | undefined
  for (const place of places) {
    const text = await readFile(place, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const file: KeyFile = readKeyFile(text, place)
    if (file.keyId === key.keyId) return { file, place: keyPlace(directory, path.dirname(place), key.name) }
    foreign = place
  }
  if (foreign !== undefined) throw publishingError('KEY_FILE_FOREIGN', foreign)
  throw publishingError('KEY_FILE_MISSING', `${name}（${key.holder}）`)
}
