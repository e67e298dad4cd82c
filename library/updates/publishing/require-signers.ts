import type { Root } from '@tufjs/models'
import { publishingError } from './publishing-error.ts'
import type { Signer } from './signer.ts'

/**
 * As many of the signers as a role needs, and no more: a signature too many is one whose damage nobody would notice.
 * @throws {PublishingError} PASSPHRASE_MISSING
 */
export function requireSigners(root: Root, role: string, signers: readonly Signer[]): Signer[] {
  const keyIds = root.roles[role]?.keyIDs ?? []
  const threshold = root.roles[role]?.threshold ?? 1
  const able = signers.filter(({ keyId }) => keyIds.includes(keyId))
  if (able.length >= threshold) return able.slice(0, threshold)
  throw publishingError(
    'PASSPHRASE_MISSING',
    `${roleNames[role] ?? role}密钥需要 ${threshold} 把，解开了 ${able.length} 把。`,
  )
}

const roleNames: Readonly<Record<string, string>> = {
  root: '根',
  targets: '选材',
  snapshot: '发行',
  timestamp: '发行',
}
