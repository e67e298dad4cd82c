import path from 'node:path'
import { Metadata, Root } from '@tufjs/models'
import { localDate } from '../../items/record-revision.ts'
import { type ChannelDefinition, writeDefinition } from './channel-definition.ts'
import { keepKeyFile, keyPlace, makeFolder, requireNoKey, setThreshold } from './init-channel.ts'
import { createKeyFile } from './key-file.ts'
import { type OpenFolder, openFolder } from './open-folder.ts'
import { publishingError } from './publishing-error.ts'
import { renewSignatures } from './renew-signatures.ts'
import { requireSigners } from './require-signers.ts'
import { rolesOf, type Signer, signMetadata, tufKey } from './signer.ts'
import { expiresIn, SPEC_VERSION } from './tuf-facts.ts'

export interface KeyChange {
  readonly directory: string
  /** The key that is to go. */
  readonly name: string
  /** A revoked key is lost or known to others: it signs nothing any more, not even its own end. */
  readonly because: 'rotated' | 'revoked'
  readonly newPassphrase: string
  /** Who holds the new key; who held the old one, unless said otherwise. */
  readonly holder?: string | undefined
  /** Unlocked keys: as many root keys as must sign, and for a key that signs versions the others that do. */
  readonly signers: readonly Signer[]
  /** Where the new key's file goes, when not beside the others. */
  readonly keysDirectory?: string | undefined
}

/**
 * Puts a new key in the place of one, by a root that the former root's keys vouch for: who trusts the channel goes on
 * trusting it (TUF 1.0.34 §6.1). What is published is signed anew where the key signed it. The caller has the folder.
 * @throws {PublishingError} KEY_NOT_FOUND, PASSPHRASE_MISSING, PASSPHRASE_WEAK
 */
export async function changeKey(change: KeyChange, now: Date): Promise<void> {
  const { directory } = change
  const folder = await openFolder(directory)
  const { definition, root } = folder
  const old = definition.keys.find(({ name, keyId }) => name === change.name && root.signed.keys[keyId])
  if (!old) throw publishingError('KEY_NOT_FOUND', change.name)
  const able = change.signers.filter(({ keyId }) => change.because === 'rotated' || keyId !== old.keyId)
  requireSigners(root.signed, 'root', able)

  const name = freshName(definition, old.role)
  const keysDirectory = change.keysDirectory ?? path.dirname(path.resolve(directory, old.file ?? 'keys/.'))
  const { file, signer } = await createKeyFile(
    { name, role: old.role, holder: change.holder ?? old.holder },
    change.newPassphrase,
  )
  const next = nextRoot(folder, old.keyId, file.public, now)
  const signers = [...able, signer]
  if (old.role !== 'root' && (folder.released ?? folder.draft)) {
    for (const role of ['targets', 'timestamp']) requireSigners(next, role, signers)
  }
  const rootSigners = signersOfBoth(root.signed, next, signers)

  await makeFolder(keysDirectory)
  await requireNoKey(keysDirectory, name)
  await keepKeyFile(keysDirectory, file)
  const key = { name, role: old.role, holder: file.holder, keyId: file.keyId, public: file.public }
  const renewing: ChannelDefinition = {
    ...definition,
    keys: [...definition.keys, { ...key, file: keyPlace(directory, keysDirectory, name) }],
    renewing: next.version,
  }
  await writeDefinition(directory, renewing)
  const metadata = new Metadata(next)
  await renewSignatures(directory, signers, now, { bytes: signMetadata(metadata, rootSigners), metadata })
  const retired = { on: localDate(now), because: change.because }
  const { renewing: _done, ...done } = renewing
  await writeDefinition(directory, {
    ...done,
    keys: renewing.keys.map((one) => (one.keyId === old.keyId ? { ...one, retired } : one)),
  })
}

/** Names are never given twice, so that each says for good which key it was. */
function freshName(definition: ChannelDefinition, role: string): string {
  const numbers = definition.keys.filter((key) => key.role === role).map(({ name }) => Number(name.split('-')[1]))
  return `${role}-${Math.max(0, ...numbers) + 1}`
}

function nextRoot({ definition, root: { signed } }: OpenFolder, oldKeyId: string, newPublic: string, now: Date): Root {
  const next = new Root({
    version: signed.version + 1,
    specVersion: SPEC_VERSION,
    expires: expiresIn(definition.expiry.root, now),
    consistentSnapshot: true,
  })
  for (const key of definition.keys) {
    if (!signed.keys[key.keyId]) continue
    const stays = key.keyId !== oldKeyId
    for (const role of rolesOf(key.role)) next.addKey(tufKey(stays ? key.public : newPublic), role)
  }
  setThreshold(next, signed.roles.root?.threshold ?? 1)
  return next
}

/** Enough for the former root and for the new one, and no more. @throws {PublishingError} PASSPHRASE_MISSING */
function signersOfBoth(former: Root, next: Root, signers: readonly Signer[]): Signer[] {
  const threshold = next.roles.root?.threshold ?? 1
  const signs = (root: Root, { keyId }: Signer) => root.roles.root?.keyIDs.includes(keyId) ?? false
  const both = signers.filter((one) => signs(former, one) && signs(next, one)).slice(0, threshold)
  const missing = threshold - both.length
  const only = (one: Root, other: Root) =>
    signers.filter((signer) => signs(one, signer) && !signs(other, signer)).slice(0, missing)
  const chosen = missing === 0 ? both : [...both, ...only(former, next), ...only(next, former)]
  requireSigners(former, 'root', chosen)
  requireSigners(next, 'root', chosen)
  return chosen
}
