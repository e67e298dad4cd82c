import type { PublishedChannel, PublisherKey } from '../../../library/updates/publishing/publishing-view.ts'

export interface NeededPassphrases {
  /** Root keys of which `rootCount` have to sign. */
  readonly roots: readonly PublisherKey[]
  readonly rootCount: number
  /** Working keys that sign the change for readers. */
  readonly others: readonly PublisherKey[]
}

/**
 * Whose passphrases it takes to put a new key in the place of one. A new root is signed by the threshold of root
 * keys (TUF 1.0.34, 6.1); a revoked one does not sign. What was published is signed anew under a new working key,
 * by it and by the other working key.
 */
export function neededPassphrases(
  { keys, threshold, released, draft }: Pick<PublishedChannel, 'keys' | 'threshold' | 'released' | 'draft'>,
  key: PublisherKey,
  how: 'rotate' | 'revoke',
): NeededPassphrases {
  const published = released !== undefined || draft !== undefined
  const usable = keys.filter(({ name }) => how === 'rotate' || name !== key.name)
  return {
    roots: usable.filter(({ role }) => role === 'root'),
    rootCount: threshold,
    others: published && key.role !== 'root' ? keys.filter(({ role }) => role !== 'root' && role !== key.role) : [],
  }
}

/** What has not been typed yet: too few root keys, or one of the others. */
export function stillMissing(
  { roots, rootCount, others }: NeededPassphrases,
  typed: readonly string[],
): { readonly kind: 'roots' } | { readonly kind: 'key'; readonly name: string } | undefined {
  if (roots.filter(({ name }) => typed.includes(name)).length < rootCount) return { kind: 'roots' }
  const other = others.find(({ name }) => !typed.includes(name))
  return other && { kind: 'key', name: other.name }
}
