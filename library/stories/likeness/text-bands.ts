import { shinglesOf } from './shingles.ts'

/**
 * 32 bands of 2 least hashes each (Broder 1997; banding as in Leskovec, Rajaraman and Ullman, Mining of Massive
 * Datasets §3.4): texts that share a third of their pieces agree in some band 98 times of 100, texts that share one
 * in fifty about once in 80.
 */
const BANDS = 32
const ROWS = 2
/** Fewer pieces than this say nothing about where a text comes from. */
const FEWEST = 20

/** A text's bands, kept in story_band: texts that are alike agree in some. Empty for a text of a few words. */
export function textBands(text: string): { band: number; hash: number }[] {
  const shingles = shinglesOf(text)
  if (shingles.size < FEWEST) return []
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let at = 0; at < least.length; at++) {
      const hash = mixed(shingle, at)
      if (hash < (least[at] as number)) least[at] = hash
    }
  }
  return Array.from({ length: BANDS }, (_, band) => ({ band, hash: joined(least.subarray(band * ROWS)) }))
}

/** The `which`th ordering of all pieces. */
function mixed(shingle: number, which: number): number {
  let hash = Math.imul(shingle ^ Math.imul(which + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 16)) >>> 0
}

function joined(least: Uint32Array): number {
  let hash = 0
  for (let at = 0; at < ROWS; at++) hash = mixed(hash ^ (least[at] as number), at + 64)
  return hash
}
