import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { makeBelow, syncDirectory, writeWhole } from '../store/blob-store.ts'
import { readClaim } from './check-update.ts'
import { rootFingerprint } from './fingerprint.ts'
import type { TrustedChannel } from './manage-channels.ts'
import { openSource } from './sources/open-source.ts'
import { refuseUpdate } from './update-refused-error.ts'
import type { TrustOffer } from './update-view.ts'

/**
 * What a source says of itself, with the fingerprint to compare. It is signed by its own root, which proves nothing yet.
 * @param fingerprintOf of the channels trusted already
 */
export async function inspectSource(
  from: string,
  channels: string,
  fingerprintOf: (channel: string) => Promise<string | undefined>,
): Promise<TrustOffer> {
  const source = await openSource(from)
  try {
    const { root, description } = await readClaim(source, channels)
    const fingerprint = rootFingerprint(root.metadata.signed)
    return {
      from,
      id: description.id,
      title: description.title,
      publisher: description.publisher,
      stage: description.stage,
      fingerprint,
      known: (await fingerprintOf(description.id)) === fingerprint.hex,
    }
  } finally {
    await source.close()
  }
}

/**
 * First trust (TUF 1.0.34 §5.2): keeps the source's newest root, whose fingerprint the person has compared.
 * @param fingerprint hexadecimal, as {@link inspectSource} gave it
 * @throws {UpdateRefusedError} FINGERPRINT_DIFFERS when the source has another root by now
 */
export async function keepRoot(from: string, fingerprint: string, channels: string): Promise<TrustedChannel> {
  const source = await openSource(from)
  try {
    const { root, description } = await readClaim(source, channels)
    const { hex } = rootFingerprint(root.metadata.signed)
    if (hex !== fingerprint) throw refuseUpdate('FINGERPRINT_DIFFERS')
    const trusted = randomUUID()
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
