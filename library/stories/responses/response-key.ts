import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What makes an answer the same as one that was taken before. */
export function responseKey(facts: Readonly<Record<string, unknown>>): string {
  const json = canonicalize(facts)
  if (json === undefined) throw new TypeError('an answer without a canonical form')
  return createHash('sha256').update(json).digest('hex')
}
