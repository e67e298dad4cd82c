import type { DrillRecord, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { onlyGoesOn } from '../../drills/graph/change-turns.ts'
import { goalOf } from '../../drills/graph/drill-ways.ts'

/** Where one is in a drill. Turns and choices by their places. */
export type DrillPoint =
  | { readonly at: 'start' }
  | { readonly at: 'turn'; readonly turn: number }
  | { readonly at: 'outcome'; readonly turn: number; readonly choice: number }
  /** `lost`: the way leads to a turn that is not there. */
  | { readonly at: 'end'; readonly lost: boolean }

/** All points one came by, the present one last. Nothing else is known of who plays. */
export type DrillWalk = readonly [DrillPoint, ...DrillPoint[]]

/** A way that was walked: what was chosen at a turn, if there was something to choose. */
export interface WalkedStep {
  readonly turn: number
  readonly choice?: number | undefined
}

/** Longer walks go in circles; older points are forgotten, and one can still go back far. */
const LONGEST = 500

export const beginning: DrillWalk = [{ at: 'start' }]

/** At the turn of that id, to try it out from there; at the beginning where there is none. */
export function begunAt({ turns }: Pick<DrillRecord, 'turns'>, turn: string | undefined): DrillWalk {
  const at = turns.findIndex(({ id }) => id === turn)
  return at < 0 ? beginning : [{ at: 'turn', turn: at }]
}

/** Whether there is nothing to choose at a turn: it only leads on, wherever to. */
export function goesOn(turn: DrillTurn | undefined): boolean {
  return turn !== undefined && onlyGoesOn(turn)
}

export function pointOf(walk: DrillWalk): DrillPoint {
  return walk.at(-1) ?? walk[0]
}

/** Goes on where there is nothing to choose; stays where there is. */
export function wentOn(record: Pick<DrillRecord, 'turns'>, walk: DrillWalk): DrillWalk {
  const { turns } = record
  const point = pointOf(walk)
  if (point.at === 'start') return added(walk, turns.length > 0 ? { at: 'turn', turn: 0 } : { at: 'end', lost: false })
  if (point.at === 'outcome')
    return added(walk, pointAfter(turns, point.turn, turns[point.turn]?.choices[point.choice]?.to))
  if (point.at === 'turn' && goesOn(turns[point.turn])) {
    return added(walk, pointAfter(turns, point.turn, turns[point.turn]?.choices[0]?.to))
  }
  return walk
}

/** Chooses one of the ways of the present turn; others mean nothing. */
export function chose(record: Pick<DrillRecord, 'turns'>, walk: DrillWalk, choice: number): DrillWalk {
  const point = pointOf(walk)
  if (point.at !== 'turn' || !record.turns[point.turn]?.choices[choice]) return walk
  return added(walk, { at: 'outcome', turn: point.turn, choice })
}

/** One point back, to try another way. */
export function wentBack(walk: DrillWalk): DrillWalk {
  const [first, ...rest] = walk.slice(0, -1)
  return first ? [first, ...rest] : walk
}

/** The turns as they were walked through. */
export function walkedSteps(walk: DrillWalk): readonly WalkedStep[] {
  return walk.flatMap((point, at): WalkedStep[] => {
    if (point.at !== 'turn') return []
    const next = walk[at + 1]
    return [{ turn: point.turn, ...(next?.at === 'outcome' && { choice: next.choice }) }]
  })
}

/** A choice by its turn and its place in it. */
export interface ChosenWay {
  readonly turn: number
  readonly choice: number
}

/** Ways of turns one came by that were not taken, in the order of the turns. */
export function untakenWays(record: Pick<DrillRecord, 'turns'>, walk: DrillWalk): readonly ChosenWay[] {
  const steps = walkedSteps(walk)
  const taken = new Set(steps.map(({ turn, choice }) => `${turn} ${choice}`))
  const seen = [...new Set(steps.map(({ turn }) => turn))].sort((a, b) => a - b)
  return seen.flatMap((turn) =>
    (goesOn(record.turns[turn]) ? [] : (record.turns[turn]?.choices ?? [])).flatMap((_, choice) =>
      taken.has(`${turn} ${choice}`) ? [] : [{ turn, choice }],
    ),
  )
}

function pointAfter(turns: readonly DrillTurn[], at: number, to?: string): DrillPoint {
  const goal = goalOf(turns, at, to)
  return goal.kind === 'turn' ? { at: 'turn', turn: goal.at } : { at: 'end', lost: goal.kind === 'nowhere' }
}

function added(walk: DrillWalk, point: DrillPoint): DrillWalk {
  const [first, ...rest] = walk
  return [first, ...rest.slice(-LONGEST), point]
}
