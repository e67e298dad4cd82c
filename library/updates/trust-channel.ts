import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBelow, syncDirectory, writeWhole } from '../store/blob-store.ts'
import { readClaim } from './check-update.ts'
import { rootFingerprint } from './fingerprint.ts'
import type { TrustedChannel } from './manage-channels.ts'
import { openSource } from './sources/open-source.ts'
import type { RepositorySource } from './sources/repository-source.ts'
import { newTrust } from './trust/trusted-folders.ts'
import { verifyRepository } from './trust/verified-repository.ts'
import { refuseUpdate } from './update-refused-error.ts'
import type { TrustOffer } from './update-view.ts'

/** Roots that came with the app, for the offices it was packaged for; none in what everybody downloads. */
const INSTALLED = new URL('../../content/roots/', import.meta.url)

/** What vouches for a channel at first trust (TUF 1.0.34 §5.2). */
export type FirstTrust =
  /** The person compared these words, whose hexadecimal form this is. */
  | { readonly fingerprint: string }
  /** A root file that reached the person some other way than the source. */
  | { readonly root: string }

/**
 * What a source says of itself, with the fingerprint to compare. It is signed by its own root, which proves nothing yet.
 * @param trustOf what is trusted already of a channel: its fingerprint, and the folder of its metadata
 */
export async function inspectSource(
  from: string,
  channels: string,
  trustOf: (channel: string) => Promise<{ readonly fingerprint: string; readonly trusted: string } | undefined>,
): Promise<TrustOffer> {
  const source = await openSource(from)
  /** Root keys are changed by those before them: who trusts one of the chain has nothing to compare. */
  const leads = async (trusted: string) => {
    const root = await readFile(path.join(channels, trusted, 'root.json')).catch(() => undefined)
    return root !== undefined && isVouchedFor(source, channels, [root])
  }
  try {
    const { root, description } = await readClaim(source, channels)
    const fingerprint = rootFingerprint(root.metadata.signed)
    const before = await trustOf(description.id)
    const known = before?.fingerprint === fingerprint.hex || (before !== undefined && (await leads(before.trusted)))
    return {
      from,
      id: description.id,
      title: description.title,
      publisher: description.publisher,
      stage: description.stage,
      fingerprint,
      known,
      replaces: before !== undefined && !known,
      installed: await isVouchedFor(source, channels, await installedRoots()),
    }
  } finally {
    await source.close()
  }
}

/**
 * First trust: keeps the root that the person has compared, or chosen as a file.
 * @throws {UpdateRefusedError} FINGERPRINT_DIFFERS when the source has another root by now, PACK_FORGED when the chosen
 * root does not lead to the source's
 */
export async function keepRoot(from: string, trust: FirstTrust, channels: string): Promise<TrustedChannel> {
  const source = await openSource(from)
  try {
    const { root, description } = await readClaim(source, channels)
    const { hex } = rootFingerprint(root.metadata.signed)
    if ('root' in trust) await verifyFrom(source, channels, await readFile(trust.root))
    else if (hex !== trust.fingerprint) throw refuseUpdate('FINGERPRINT_DIFFERS')
    const trusted = newTrust()
    const home = path.join(channels, description.id)
    await makeBelow(channels)
    await makeBelow(home)
    await mkdir(path.join(home, trusted), { mode: 0o700 })
    await writeWhole(path.join(home, trusted, 'root.json'), root.bytes)
    await syncDirectory(home)
    const { id, title, publisher, stage } = description
    return { id, title, publisher, stage, trusted, fingerprint: hex }
  } finally {
    await source.close()
  }
}

async function installedRoots(): Promise<Uint8Array[]> {
  const folder = fileURLToPath(INSTALLED)
  const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.json'))
  return Promise.all(names.map((name) => readFile(path.join(folder, name))))
}

async function isVouchedFor(source: RepositorySource, channels: string, roots: readonly Uint8Array[]) {
  for (const root of roots) {
    const leads = await verifyFrom(source, channels, root).then(
      () => true,
      () => false,
    )
    if (leads) return true
  }
  return false
}

/** Follows the chain from a root to what the source holds now. @throws {UpdateRefusedError} */
async function verifyFrom(source: RepositorySource, channels: string, root: Uint8Array): Promise<void> {
  const directory = path.join(channels, `.${randomUUID()}`)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  try {
    await writeWhole(path.join(directory, 'root.json'), root)
    await verifyRepository(source, directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
