import { useCallback, useMemo, useRef, useState } from 'react'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import type { CardChanges } from '../../materials/cards/card.tsx'
import {
  keepWays,
  waysChanged,
  withLostWaysTo,
  withoutTurn,
  withTurnAt,
  withTurnFor,
  withTurnLedTo,
  withTurnMoved,
  withTurnTwice,
} from '../graph/change-turns.ts'
import { type Way, waysOf } from '../graph/drill-ways.ts'

/** What a change of the turns did besides what was asked for, and how it can be set right. It holds until the next change. */
export type Told =
  | {
      readonly kind: 'removed'
      readonly after: DrillRecord
      readonly name: string
      readonly lost: LostWays | undefined
    }
  | {
      readonly kind: 'changed'
      readonly before: DrillRecord
      readonly after: DrillRecord
      readonly ways: readonly Way[]
    }

interface LostWays {
  /** The turn that went. */
  readonly turn: string
  readonly choices: number
}

interface Draft {
  readonly record: DrillRecord
  readonly change: (next: (record: DrillRecord) => DrillRecord, typing?: string) => void
}

/** The turns of a drill as they are put in order, and what is told of it. */
export function useTurns({ record, change }: Draft) {
  const [told, setTold] = useState<Told>()
  const now = useRef(record)
  now.current = record
  const reorder = useCallback(
    (next: (record: DrillRecord) => DrillRecord) => {
      const before = now.current
      const after = next(before)
      const ways = waysChanged(before, after)
      change(() => after)
      setTold(ways.length > 0 ? { kind: 'changed', before, after, ways } : undefined)
    },
    [change],
  )
  const changes = useMemo<CardChanges>(
    () => ({
      move: (from, to) => reorder((present) => withTurnMoved(present, from, to)),
      twice: (at) => reorder((present) => withTurnTwice(present, at)),
      addAfter: (at) => {
        const last = at === now.current.turns.length - 1
        // At the end the order is what is meant.
        if (last) change((present) => withTurnAt(present, at + 1))
        else reorder((present) => withTurnAt(present, at + 1))
      },
      remove: (at) => {
        const before = now.current
        const turn = before.turns[at]
        if (!turn) return
        const after = withoutTurn(before, at)
        const choices = after.turns.flatMap((one) => one.choices.filter(({ to }) => to === turn.id)).length
        change(() => after)
        const lost = choices > 0 ? { turn: turn.id, choices } : undefined
        setTold({ kind: 'removed', after, name: turn.title, lost })
      },
    }),
    [change, reorder],
  )
  const addTurnFor = useCallback(
    (at: number, choice: number) => {
      const place = now.current.turns.length
      change((present) => withTurnFor(present, at, choice))
      setTold(undefined)
      requestAnimationFrame(() => focusTurn(place))
    },
    [change],
  )
  const leadTurn = useCallback(
    (at: number, to: string | undefined) => change((present) => withTurnLedTo(present, at, to)),
    [change],
  )
  return {
    changes,
    addTurnFor,
    leadTurn,
    /** A turn more after the one that is written in, or at the end. */
    addAfterFocused: () => {
      const card = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card
      const at = card === undefined ? now.current.turns.length - 1 : Number(card)
      changes.addAfter(at)
      requestAnimationFrame(() => focusTurn(at + 1))
    },
    /** Nothing once something else was changed. */
    told: told?.after === record ? told : undefined,
    close: () => setTold(undefined),
    keep: (before: DrillRecord) => {
      change((present) => keepWays(before, present))
      setTold(undefined)
    },
    leadLost: (lost: string, to: string) => {
      change((present) => withLostWaysTo(present, lost, to))
      setTold(undefined)
    },
  } as const
}

export type Turns = ReturnType<typeof useTurns>

/** Where the choices that led to a turn may lead instead: the one that stands in its place now, else the end. */
export function insteadOf(record: DrillRecord, lost: string): { readonly to: string; readonly at?: number } {
  const first = waysOf(record.turns).find(({ goal, at, choice }) => {
    const to = record.turns[at]?.choices[choice ?? 0]?.to
    return goal.kind === 'nowhere' && to === lost
  })
  const next = first ? record.turns[first.at + 1] : undefined
  return next && first ? { to: next.id, at: first.at + 1 } : { to: 'end' }
}

function focusTurn(at: number): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${at}"]`)
  card?.querySelector<HTMLElement>('[data-first] input')?.focus()
  card?.scrollIntoView({ block: 'nearest' })
}
