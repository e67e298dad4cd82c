import { stat } from 'node:fs/promises'
import { senderCode } from '../../feedback/sender-identity.ts'
import type { SiteVerification } from '../feed-view.ts'
import { feedBuildError, tellingStorage } from './feed-build-error.ts'
import { openFolderCopy, openZipCopy, type SiteCopy } from './site-copy.ts'
import { isSigned, MANIFEST, parseManifest } from './site-manifest.ts'

/** Nobody's list of files is longer. Bytes. */
const LONGEST_MANIFEST = 64 * 1024 * 1024

/**
 * Compares a column's folder with its signed manifest, every byte of every file.
 * @param place the folder, or a .zip of it
 * @param knownKeys public keys that this library signs with or has seen before
 * @throws {FeedBuildError} SITE_NOT_FOUND, SITE_UNREADABLE
 */
export async function verifySite(
  place: string,
  knownKeys: ReadonlySet<string> = new Set(),
  signal?: AbortSignal,
): Promise<SiteVerification> {
  const found = await stat(place).catch(() => undefined)
  if (!found) throw feedBuildError('SITE_NOT_FOUND', `${place} 不存在。`)
  return tellingStorage(async () => {
    const copy = found.isDirectory() ? await openFolderCopy(place) : await openZipCopy(place)
    try {
      return await compare(copy, knownKeys, signal)
    } finally {
      await copy.close()
    }
  })
}

async function compare(
  copy: SiteCopy,
  knownKeys: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<SiteVerification> {
  const text = await copy.readText(MANIFEST, LONGEST_MANIFEST)
  if (text === undefined) throw feedBuildError('SITE_NOT_FOUND')
  const manifest = parseManifest(text)
  if (!manifest) throw feedBuildError('SITE_UNREADABLE')
  const { signed, signature } = manifest
  const wrong: SiteVerification['wrong'][number][] = []
  if (!isSigned(manifest)) wrong.push({ file: MANIFEST, why: 'signature' })
  const there = new Set(copy.files)
  for (const [file, { sha256, size }] of Object.entries(signed.files)) {
    signal?.throwIfAborted()
    if (!there.delete(file)) {
      if (!copy.isOnItsWay(file)) wrong.push({ file, why: 'missing' })
    } else if ((await copy.hashOf(file, size)) !== sha256 && !copy.isOnItsWay(file))
      wrong.push({ file, why: 'changed' })
  }
  there.delete(MANIFEST)
  for (const file of there) if (!copy.isOnItsWay(file)) wrong.push({ file, why: 'foreign' })
  return {
    feed: signed.feed,
    title: signed.title,
    publisher: signed.publisher,
    issuedAt: signed.issuedAt,
    issue: signed.issue,
    signedBy: senderCode(signature.publicKey),
    known: knownKeys.has(signature.publicKey),
    files: Object.keys(signed.files).length + 1,
    wrong: wrong.sort((a, b) => (a.file < b.file ? -1 : 1)),
  }
}
