import { createContext, useContext } from 'react'
import type { DrillRole } from '../../../library/meetings/drills/drill.schema.ts'

/** What a turn's card knows of the rest of the drill. It stays the same while only words in turns change. */
export interface DrillCards {
  readonly roles: readonly DrillRole[]
  /** Adds a turn for a choice of the turn at a place, and leads the choice there. */
  readonly addTurnFor: (at: number, choice: number) => void
  /** Sets where the turn at a place goes on by itself. */
  readonly leadTurn: (at: number, to: string | undefined) => void
  /** From where it is tried out: saved first. */
  readonly play: (turn: string) => void
}

/** The turns that a choice can lead to, in their order. Apart, because a title that is typed changes only where they are chosen. */
export type TurnGoals = readonly { readonly id: string; readonly title: string }[]

export const TurnGoalsContext = createContext<TurnGoals>([])

export const DrillCardsContext = createContext<DrillCards | undefined>(undefined)

export function useDrillCards(): DrillCards {
  const cards = useContext(DrillCardsContext)
  if (!cards) throw new Error('A turn stands outside of its drill')
  return cards
}
