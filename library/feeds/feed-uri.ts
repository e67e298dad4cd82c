import { createHash } from 'node:crypto'

/** A fully qualified name of the DNS: not an address in numbers, not a name that only one network knows. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
/** Where a column has no domain: a name that can never be anybody's (RFC 2606 §2), so that no id meets another's. */
const NOBODY = 'xinhuo.invalid'

/**
 * The `tag:` URI of a column (RFC 4151): the domain it is published under, if it has one, the day it was begun,
 * and its id. Made once and kept: it stays the same when the column is renamed, moved, rebuilt or restored.
 * @param day `YYYY-MM-DD`
 */
export function feedUri(id: string, day: string, address: string | undefined): string {
  const host = address === undefined ? '' : new URL(address).hostname.toLowerCase()
  return `tag:${DOMAIN.test(host) ? host : NOBODY},${day}:xinhuo/feed/${id}`
}

/** @param time counts the times it was taken in, from 1 */
export const storyEntryUri = (uri: string, storyId: string, time: number) =>
  time === 1 ? `${uri}/story/${storyId}` : `${uri}/story/${storyId}/${time}`

/** A correction is named by what it led to: made again after a restore, it is the same. */
export const correctionUri = (entryId: string, revision: string) => `${entryId}/correction/${revision.slice(0, 16)}`

export const withdrawalUri = (entryId: string) => `${entryId}/withdrawal`

export function answersUri(uri: string, responseIds: readonly string[]): string {
  const digest = createHash('sha256').update(responseIds.toSorted().join('\n')).digest('hex')
  return `${uri}/answers/${digest.slice(0, 16)}`
}
