import type { ReviewRequest } from './slip.schema.ts'

/**
 * What a sender's record says now against what came with earlier requests: a link that has another hash than it had
 * then was rewritten, however whole the record looks to them. Gives the first such link's number. Pure.
 */
export function rewrittenLink(request: ReviewRequest, earlier: readonly ReviewRequest[]): number | undefined {
  const known = new Map(earlier.flatMap(({ events }) => events.map(({ number, hash }) => [number, hash] as const)))
  return request.events.find(({ number, hash }) => (known.get(number) ?? hash) !== hash)?.number
}
