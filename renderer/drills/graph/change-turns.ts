import type { DrillChoice, DrillRecord, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { freshId, moved } from '../../record-form/record-path.ts'
import { branches, goalKey, goalOf, type Way, waysOf } from './drill-ways.ts'

/** What a choice says that only leads on; it is played and printed like every other. */
const GOES_ON = '继续'

/** A new turn, named like no other, nor like one that went and is still led to. */
export function freshTurn(turns: readonly DrillTurn[]): DrillTurn {
  const named = turns.flatMap(({ choices }) => choices.flatMap(({ to }) => to ?? []))
  const lost = [...new Set(named)].filter((to) => to !== 'end' && !turns.some(({ id }) => id === to))
  return { id: freshId('t', [...turns, ...lost.map((id) => ({ id }))]), title: '', text: '', lines: [], choices: [] }
}

export function freshChoice(choices: readonly DrillChoice[]): DrillChoice {
  return { id: freshId('c', choices), text: '', outcome: '', cites: [] }
}

/** A turn more, before the one that stands at `at`. */
export function withTurnAt(record: DrillRecord, at: number): DrillRecord {
  const turns = [...record.turns]
  turns.splice(at, 0, freshTurn(turns))
  return { ...record, turns }
}

/**
 * A turn more at the end, to which one choice leads. Whatever else ended there ends there still: adding a turn for one
 * choice leads no other choice anywhere else.
 */
export function withTurnFor(record: DrillRecord, at: number, choice: number): DrillRecord {
  const added = freshTurn(record.turns)
  const led = changeChoice(record, at, choice, { to: added.id })
  return keepWays(record, { ...led, turns: [...led.turns, added] }, ({ at: from, choice: by }) =>
    Boolean(from !== at || by !== choice),
  )
}

export function withTurnMoved(record: DrillRecord, from: number, to: number): DrillRecord {
  return { ...record, turns: moved(record.turns, from, to) }
}

/** Without the turn. Choices that lead to it stay as they are, and lead nowhere until somebody says where to. */
export function withoutTurn(record: DrillRecord, at: number): DrillRecord {
  return { ...record, turns: record.turns.filter((_, place) => place !== at) }
}

/** The turn once more, right after itself. */
export function withTurnTwice(record: DrillRecord, at: number): DrillRecord {
  const turn = record.turns[at]
  if (!turn) return record
  const turns = [...record.turns]
  const { id } = freshTurn(turns)
  // A passage is named in the whole drill: the second one by its turn as well.
  const choices = turn.choices.map((choice) => ({
    ...choice,
    cites: choice.cites.map((cited) => ({ ...cited, id: `${cited.id.slice(0, 60)}-${id}`.slice(0, 80) })),
  }))
  turns.splice(at + 1, 0, { ...turn, id, choices })
  return { ...record, turns }
}

/** Sets where a turn goes on by itself; what leads on in the order needs no choice for it. */
export function withTurnLedTo(record: DrillRecord, at: number, to: string | undefined): DrillRecord {
  const turn = record.turns[at]
  if (!turn) return record
  const choices: DrillChoice[] = to === undefined ? [] : [{ ...freshChoice([]), text: GOES_ON, to }]
  return withTurn(record, at, { ...turn, choices })
}

/** Whether a turn only leads on: what is called a choice is none. */
export function onlyGoesOn({ choices }: DrillTurn): boolean {
  const [only, ...others] = choices
  return only === undefined || (others.length === 0 && only.text === GOES_ON && only.outcome === '')
}

/**
 * The ways that lead to another place after a change of the order than before it, as they were. Where nothing
 * branches the order is all there is, and following it is what was meant.
 */
export function waysChanged(before: DrillRecord, after: DrillRecord): Way[] {
  if (!branches(before.turns)) return []
  const now = new Map(waysOf(after.turns).map((way) => [wayKey(way), goalKey(way.goal)]))
  return waysOf(before.turns).filter((way) => {
    const goal = now.get(wayKey(way))
    return goal !== undefined && goal !== goalKey(way.goal)
  })
}

/** The record after a change of the order with every way leading where it led before it. */
export function keepWays(
  before: DrillRecord,
  after: DrillRecord,
  which: (way: Way) => boolean = () => true,
): DrillRecord {
  const now = new Map(after.turns.map(({ id }, at) => [id, at]))
  const kept = waysOf(before.turns).filter(which)
  return kept.reduce((record, way) => {
    const at = now.get(way.from)
    const turn = at === undefined ? undefined : record.turns[at]
    if (at === undefined || !turn || way.goal.kind === 'nowhere') return record
    const to = way.goal.kind === 'end' ? 'end' : way.goal.id
    if (goalKey(goalOf(record.turns, at, turn.choices[way.choice ?? 0]?.to)) === goalKey(way.goal)) return record
    return way.choice === undefined ? withTurnLedTo(record, at, to) : changeChoice(record, at, way.choice, { to })
  }, after)
}

/** Every choice that leads to a turn that is not there leads to another one instead, or to the end. */
export function withLostWaysTo(record: DrillRecord, lost: string, to: string): DrillRecord {
  return {
    ...record,
    turns: record.turns.map((turn) => ({
      ...turn,
      choices: turn.choices.map((choice) => (choice.to === lost ? { ...choice, to } : choice)),
    })),
  }
}

function changeChoice(record: DrillRecord, at: number, choice: number, change: Partial<DrillChoice>): DrillRecord {
  const turn = record.turns[at]
  if (!turn) return record
  const choices = turn.choices.map((one, place) => (place === choice ? { ...one, ...change } : one))
  return withTurn(record, at, { ...turn, choices })
}

function withTurn(record: DrillRecord, at: number, turn: DrillTurn): DrillRecord {
  return { ...record, turns: record.turns.map((one, place) => (place === at ? turn : one)) }
}

function wayKey({ from, choice }: Way): string {
  return `${from} ${choice ?? 'on'}`
}
