import { shortTitle } from '../design/short-title.ts'
import type { Takeable } from '../meetings/taking/taking-context.ts'
import type { ResultHit } from './result-hits.ts'

/** A result as it is taken into a meeting: the passage, or the whole item. */
export function takeableHit({ item, passage, anchor }: ResultHit): Takeable {
  const { itemId, revision } = item
  return {
    reference: { itemId, revision, ...(passage && anchor !== '' && { anchor }) },
    name: `${shortTitle(item.title)}${passage?.provision ?? ''}`,
  }
}
