/** How two texts differ by one slip of the hand; `at` is where, in the first. */
export interface Edit {
  readonly type: 'wrong' | 'swapped' | 'extra' | 'missing'
  readonly at: number
}

/** The one edit that makes `meant` of `typed`: one character wrong, extra or missing, or two neighbours swapped. */
export function oneEdit(typed: string, meant: string): Edit | undefined {
  const longer = typed.length - meant.length
  if (longer < -1 || longer > 1 || typed === meant) return undefined
  const shortest = Math.min(typed.length, meant.length)
  let head = 0
  while (head < shortest && typed.charCodeAt(head) === meant.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shortest - head &&
    typed.charCodeAt(typed.length - 1 - tail) === meant.charCodeAt(meant.length - 1 - tail)
  )
    tail++
  const between = shortest - head - tail
  if (longer === 1) return between === 0 ? { type: 'extra', at: head } : undefined
  if (longer === -1) return between === 0 ? { type: 'missing', at: head } : undefined
  if (between === 1) return { type: 'wrong', at: head }
  const crossed = between === 2 && typed[head] === meant[head + 1] && typed[head + 1] === meant[head]
  return crossed ? { type: 'swapped', at: head } : undefined
}
