import type { DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'

/** Where a way leads. `nowhere`: a turn is named that is not there. */
export type Goal =
  | { readonly kind: 'turn'; readonly id: string; readonly at: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'nowhere' }

/** How it goes on from a turn: by one of its choices, or by itself where it has none. */
export interface Way {
  /** The turn it begins at, and its place. */
  readonly from: string
  readonly at: number
  /** The choice's place, absent where the turn goes on by itself. */
  readonly choice?: number | undefined
  readonly goal: Goal
}

type Turns = readonly DrillTurn[]

/** Where a choice of the turn at a place leads, or the turn by itself: to the turn named, else to the next, else to the end. */
export function goalOf(turns: Turns, at: number, to?: string): Goal {
  if (to === 'end') return { kind: 'end' }
  if (to === undefined) {
    const next = turns[at + 1]
    return next ? { kind: 'turn', id: next.id, at: at + 1 } : { kind: 'end' }
  }
  const place = turns.findIndex(({ id }) => id === to)
  return place < 0 ? { kind: 'nowhere' } : { kind: 'turn', id: to, at: place }
}

export function waysFrom(turns: Turns, at: number): Way[] {
  const turn = turns[at]
  if (!turn) return []
  if (turn.choices.length === 0) return [{ from: turn.id, at, goal: goalOf(turns, at) }]
  return turn.choices.map(({ to }, choice) => ({ from: turn.id, at, choice, goal: goalOf(turns, at, to) }))
}

/** Every way of a drill, in the order they are written. */
export function waysOf(turns: Turns): Way[] {
  return turns.flatMap((_, at) => waysFrom(turns, at))
}

/** The places of the turns that somebody can get to, from the first one or another. */
export function reachedTurns(turns: Turns, from = 0): Set<number> {
  return spread(
    turns.length > from ? [from] : [],
    followers(turns, ({ at, goal }) => (goal.kind === 'turn' ? [[at, goal.at]] : [])),
  )
}

/** The places of the turns from which the end can be reached. */
export function endingTurns(turns: Turns): Set<number> {
  const ends = waysOf(turns).flatMap(({ at, goal }) => (goal.kind === 'end' ? [at] : []))
  return spread(
    ends,
    followers(turns, ({ at, goal }) => (goal.kind === 'turn' ? [[goal.at, at]] : [])),
  )
}

/** Whether it matters in which way one goes: some turn leads to several places. */
export function branches(turns: Turns): boolean {
  return turns.some((_, at) => new Set(waysFrom(turns, at).map(({ goal }) => goalKey(goal))).size > 1)
}

/** The same for the same goal, wherever the turn stands. */
export function goalKey(goal: Goal): string {
  return goal.kind === 'turn' ? `turn ${goal.id}` : goal.kind
}

/** A, B, C … as choices are called. */
export function letterOf(choice: number): string {
  return String.fromCharCode(65 + choice)
}

function followers(turns: Turns, stepsOf: (way: Way) => readonly (readonly [number, number])[]) {
  const next = new Map<number, number[]>()
  for (const [from, to] of waysOf(turns).flatMap(stepsOf)) next.set(from, [...(next.get(from) ?? []), to])
  return next
}

function spread(from: readonly number[], next: ReadonlyMap<number, readonly number[]>): Set<number> {
  const seen = new Set(from)
  // A set that grows while it is gone through is gone through to its end.
  for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to)
  return seen
}
