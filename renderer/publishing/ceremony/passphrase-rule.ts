/** A key file may be found by others, and then its passphrase is all that guards it. Characters. */
export const SHORTEST_PASSPHRASE = 12

export type PassphraseProblem = 'too-short' | 'differ'

/** What is wrong with a passphrase typed twice. */
export function passphraseProblem(once: string, again: string): PassphraseProblem | undefined {
  if ([...once].length < SHORTEST_PASSPHRASE) return 'too-short'
  return once === again ? undefined : 'differ'
}
