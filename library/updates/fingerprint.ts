import { createHash } from 'node:crypto'
import type { Root } from '@tufjs/models'
import canonicalize from 'canonicalize'
import { fingerprintWordList } from './fingerprint-words.ts'
import type { Fingerprint } from './update-view.ts'

const WORDS = 12

/**
 * A root's fingerprint: SHA-256 over the ids of its root keys and how many of them must sign. It stays the same in
 * later roots as long as these stay, whatever other keys are changed.
 */
export function rootFingerprint(root: Root): Fingerprint {
  const { keyIDs, threshold } = root.roles.root ?? { keyIDs: [], threshold: 0 }
  const json = canonicalize({ keyids: [...keyIDs].sort(), threshold }) as string
  const hex = createHash('sha256').update(json).digest('hex')
  return { hex, words: fingerprintWords(hex) }
}

/** The first 96 bits of a fingerprint as twelve words, one for each byte. */
export function fingerprintWords(hex: string): string[] {
  return [...Buffer.from(hex.slice(0, 2 * WORDS), 'hex')].map((byte) => fingerprintWordList[byte] as string)
}
