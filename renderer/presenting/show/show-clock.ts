/** Times are milliseconds since 1970; every window of a machine reads the same clock. */
export interface ShowClock {
  readonly startedAt?: number | undefined
  readonly pausedAt?: number | undefined
  /** Milliseconds. */
  readonly pausedFor: number
}

export const CLOCK_AT_ZERO: ShowClock = { pausedFor: 0 }

/** Milliseconds that have been spoken. */
export function elapsed({ startedAt, pausedAt, pausedFor }: ShowClock, now: number): number {
  return startedAt === undefined ? 0 : Math.max(0, (pausedAt ?? now) - startedAt - pausedFor)
}

export function started(clock: ShowClock, now: number): ShowClock {
  return clock.startedAt === undefined ? { ...clock, startedAt: now } : clock
}

/** Pauses a clock that goes, and lets one that is paused go on. */
export function paused(clock: ShowClock, now: number): ShowClock {
  if (clock.startedAt === undefined) return started(clock, now)
  if (clock.pausedAt === undefined) return { ...clock, pausedAt: now }
  return { startedAt: clock.startedAt, pausedFor: clock.pausedFor + (now - clock.pausedAt) }
}

/** 1:02:03 or 02:03. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
