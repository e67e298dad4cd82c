/** Characters in a row that are compared together. */
const WIDTH = 3

/**
 * A text as the set of its three-character pieces, each as a 32-bit number: only letters, Han characters and digits
 * count, so that layout, punctuation and spaces make no difference, nor does the order of paragraphs.
 */
export function shinglesOf(text: string): Set<number> {
  const characters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '')
  const shingles = new Set<number>()
  for (let at = 0; at + WIDTH <= characters.length; at++) shingles.add(hashOf(characters, at))
  return shingles
}

/** FNV-1a over WIDTH code units, finished so that all bits depend on all of them. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < from + WIDTH; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
