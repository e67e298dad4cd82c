import { createContext, useContext } from 'react'
import type { DrillRole } from '../../../library/meetings/drills/drill.schema.ts'

/** What a turn's card knows of the rest of the drill. It stays the same while only words in turns change. */
export interface DrillCards {
  readonly roles: readonly DrillRole[]
  /** The turns that a choice can lead to, in their order. */
  readonly goals: readonly { readonly id: string; readonly title: string }[]
  /** Adds a turn for a choice of the turn at a place, and leads the choice there. */
  readonly addTurnFor: (at: number, choice: number) => void
  /** Sets where the turn at a place goes on by itself. */
  readonly leadTurn: (at: number, to: string | undefined) => void
  /** From where it is tried out: saved first. */
  readonly play: (turn: string) => void
}

export const DrillCardsContext = createContext<DrillCards | undefined>(undefined)

export function useDrillCards(): DrillCards {
  const cards = useContext(DrillCardsContext)
  if (!cards) throw new Error('A turn stands outside of its drill')
  return cards
}
