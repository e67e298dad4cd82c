/** What a key does while slides are shown. */
export type PlayerCommand = 'next' | 'previous' | 'first' | 'last' | 'pause' | 'full' | 'leave'

const commands: Readonly<Record<string, PlayerCommand>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  ' ': 'pause',
  f: 'full',
  F: 'full',
  Escape: 'leave',
}

/** The command for a key; undefined for one that means nothing here. */
export function playerCommand(key: string): PlayerCommand | undefined {
  return Object.hasOwn(commands, key) ? commands[key] : undefined
}

/** The slide after a command: forwards from the last one begins again, backwards from the first stays. */
export function slideAfter(command: PlayerCommand, at: number, count: number): number {
  if (count === 0) return 0
  if (command === 'next') return (at + 1) % count
  if (command === 'previous') return Math.max(0, at - 1)
  if (command === 'first') return 0
  if (command === 'last') return count - 1
  return Math.min(at, count - 1)
}
