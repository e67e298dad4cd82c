import { createHash } from 'node:crypto'
import { readShortCode, shortCode } from '../../templates/forms/short-code.ts'

/**
 * A story's short code on a rating card, e.g. `K7QM-P2XA-4`: always the same for a story, so that a card typed in years
 * later finds it. It ends in a check character; what was typed is read by {@link readShortCode}.
 */
export function storyCode(storyId: string): string {
  const bytes = createHash('sha256').update(`story:${storyId}`).digest()
  let next = 0
  return shortCode((below) => bytes.readUInt16BE(2 * next++) % below)
}

/** The story among those that a typed code means; undefined when it is none of theirs, or mistyped. */
export function storyOfCode(typed: string, storyIds: Iterable<string>): string | undefined {
  const code = readShortCode(typed)
  if (code === undefined) return undefined
  for (const id of storyIds) if (storyCode(id) === code) return id
  return undefined
}
