import { createHash } from 'node:crypto'

/** The bin of an item, `00` to `ff`: the first byte of its id's SHA-256. */
export function binOf(itemId: string): string {
  return createHash('sha256').update(itemId).digest('hex').slice(0, 2)
}

/** All bins, `00` to `ff`. */
export const allBins: readonly string[] = Array.from({ length: 256 }, (_, bin) => bin.toString(16).padStart(2, '0'))
