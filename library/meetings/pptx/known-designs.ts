import type { SlideLook } from '../deck/deck.ts'
import { readDesign } from './read-design.ts'

const MOST = 8
/** What designs say, by the SHA-256 of their file: the oldest first. */
const known = new Map<string, Partial<SlideLook>>()

/**
 * The colours and fonts of an office's design. The same file says the same, and every look at the slides asks.
 * @param sha256 names the file; its bytes are read only when it is not known
 * @throws {DesignError} as readDesign
 */
export async function knownDesign(sha256: string, read: () => Promise<Uint8Array>): Promise<Partial<SlideLook>> {
  const design = known.get(sha256) ?? readDesign(await read())
  known.delete(sha256)
  known.set(sha256, design)
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  return design
}
