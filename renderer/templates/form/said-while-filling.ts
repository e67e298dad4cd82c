import type { Finding } from '../../../library/templates/finding.ts'

/**
 * True for what is worth saying of a document that is still being filled: what is simply not filled yet, or concerns
 * the template or the office as a whole, waits until someone wants to finish.
 * @param written the data as JSON
 */
export function isSaidWhileFilling({ rule, place }: Finding, written: string): boolean {
  if (place.type !== 'document' || rule === 'layout' || rule === 'check-not-run') return false
  return rule !== 'empty-placeholder' || (place.quote !== '' && written.includes(place.quote))
}
