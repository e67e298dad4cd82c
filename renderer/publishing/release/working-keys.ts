import type { PublisherKey } from '../../../library/updates/publishing/publishing-view.ts'

/** The keys that sign a release: what is in it, then which one is current. */
export function workingKeys(keys: readonly PublisherKey[]): PublisherKey[] {
  return (['targets', 'release'] as const).flatMap((role) => keys.filter((key) => key.role === role))
}

/** The working keys whose passphrases have not been typed. */
export function passphrasesMissing(keys: readonly PublisherKey[], typed: readonly string[]): string[] {
  return workingKeys(keys)
    .map(({ name }) => name)
    .filter((name) => !typed.includes(name))
}
