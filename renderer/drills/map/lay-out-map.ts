import type { DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { branches, letterOf, reachedTurns, type Way, waysFrom, waysOf } from '../graph/drill-ways.ts'

/** A turn on the map. Rows count from the beginning, columns from the left and may lie between two. */
export interface MapPlace {
  readonly at: number
  readonly row: number
  readonly column: number
  /** Nothing leads here. */
  readonly alone: boolean
  /** The letters of the choices that end here, or lead nowhere; `·` for going on by itself. */
  readonly ends: string
  readonly lost: string
}

/** A line on the map between two turns; several choices share one. */
export interface MapLine {
  readonly from: number
  readonly to: number
  readonly letters: string
  /** Leads back to a turn before. */
  readonly back: boolean
}

export interface DrillMap {
  readonly places: readonly MapPlace[]
  readonly lines: readonly MapLine[]
  readonly rows: number
  readonly columns: number
}

type Turns = readonly DrillTurn[]

/**
 * The turns in rows: each below all that lead to it, loops aside, and in a row by where they are come from. Turns
 * that nothing leads to stand below all others.
 */
export function layOutMap(turns: Turns): DrillMap {
  const reached = reachedTurns(turns)
  const back = backWays(turns)
  const rowOf = rowsOf(turns, reached, back)
  const last = Math.max(-1, ...rowOf.values())
  const alone = turns.flatMap((_, at) => (reached.has(at) ? [] : [at]))
  alone.forEach((at, n) => {
    rowOf.set(at, last + 1 + Math.floor(n / 3))
  })
  const rows = Math.max(-1, ...rowOf.values()) + 1
  const columnOf = columnsOf(turns, rowOf, rows)
  return {
    places: turns.map((_, at) => ({
      at,
      row: rowOf.get(at) ?? 0,
      column: columnOf.get(at) ?? 0,
      alone: !reached.has(at),
      ends: lettersOf(waysFrom(turns, at).filter(({ goal }) => goal.kind === 'end')),
      lost: lettersOf(waysFrom(turns, at).filter(({ goal }) => goal.kind === 'nowhere')),
    })),
    lines: linesOf(turns, back),
    rows,
    columns: Math.max(0, ...columnOf.values()) + 1,
  }
}

/** Whether there is more to see than a row of turns one after the other. */
export function worthDrawing(turns: Turns): boolean {
  return (
    turns.length > 1 && (branches(turns) || waysOf(turns).some(({ at, goal }) => goal.kind === 'turn' && goal.at <= at))
  )
}

function lettersOf(ways: readonly Way[]): string {
  return ways.map(({ choice }) => (choice === undefined ? '·' : letterOf(choice))).join('')
}

function linesOf(turns: Turns, back: ReadonlySet<string>): MapLine[] {
  const lines = new Map<string, MapLine>()
  for (const way of waysOf(turns)) {
    if (way.goal.kind !== 'turn') continue
    const key = lineKey(way.at, way.goal.at)
    const letters = `${lines.get(key)?.letters ?? ''}${lettersOf([way])}`
    lines.set(key, { from: way.at, to: way.goal.at, letters, back: back.has(key) })
  }
  return [...lines.values()]
}

/** The lines that close a loop, seen from the first turn. */
function backWays(turns: Turns): Set<string> {
  const back = new Set<string>()
  const done = new Set<number>()
  const open = new Set<number>()
  const visit = (at: number) => {
    open.add(at)
    for (const { goal } of waysFrom(turns, at)) {
      if (goal.kind !== 'turn') continue
      if (open.has(goal.at)) back.add(lineKey(at, goal.at))
      else if (!done.has(goal.at)) visit(goal.at)
    }
    open.delete(at)
    done.add(at)
  }
  turns.forEach((_, at) => {
    if (!done.has(at)) visit(at)
  })
  return back
}

function rowsOf(turns: Turns, reached: ReadonlySet<number>, back: ReadonlySet<string>): Map<number, number> {
  const rowOf = new Map<number, number>(turns.length > 0 ? [[0, 0]] : [])
  // Without its loops a drill has no way longer than its turns: as many rounds settle every row.
  for (let round = 0; round < turns.length; round += 1) {
    let settled = true
    for (const { at, goal } of waysOf(turns)) {
      const row = rowOf.get(at)
      if (goal.kind !== 'turn' || row === undefined || !reached.has(at) || back.has(lineKey(at, goal.at))) continue
      if ((rowOf.get(goal.at) ?? -1) > row) continue
      rowOf.set(goal.at, row + 1)
      settled = false
    }
    if (settled) break
  }
  return rowOf
}

function columnsOf(turns: Turns, rowOf: ReadonlyMap<number, number>, rows: number): Map<number, number> {
  const columnOf = new Map<number, number>()
  const inRow = Array.from({ length: rows }, (_, row) => turns.flatMap((_, at) => (rowOf.get(at) === row ? [at] : [])))
  const widest = Math.max(1, ...inRow.map((row) => row.length))
  for (const row of inRow) {
    const wish = new Map(row.map((at) => [at, middleOf(turns, at, columnOf)]))
    const ordered = [...row].sort((a, b) => (wish.get(a) ?? a) - (wish.get(b) ?? b) || a - b)
    ordered.forEach((at, n) => {
      columnOf.set(at, (widest - ordered.length) / 2 + n)
    })
  }
  return columnOf
}

/** The middle of the columns from which a turn is come to, choices further right counting for more. */
function middleOf(turns: Turns, at: number, columnOf: ReadonlyMap<number, number>): number {
  const from = waysOf(turns).flatMap((way) => {
    const column = columnOf.get(way.at)
    return way.goal.kind === 'turn' && way.goal.at === at && column !== undefined
      ? [column + (way.choice ?? 0) / 10]
      : []
  })
  return from.length === 0 ? at : from.reduce((sum, column) => sum + column, 0) / from.length
}

function lineKey(from: number, to: number): string {
  return `${from} ${to}`
}
