import { createContext, use } from 'react'

/** What can be done with a passage of the open text, by menu, key or selection. `index` is the passage's number. */
export interface DeskActions {
  readonly citePassage: (index: number, withWords: boolean) => void
  readonly citeSelection: (cites: readonly string[], words: string | undefined) => void
  readonly copyLink: (index: number) => void
  readonly copyAddress: (address: string) => void
  readonly toggleFavourite: (index: number) => void
  /** Into a meeting; without a passage the whole item. */
  readonly takeIntoMeeting: (index: number | undefined) => void
  readonly startNote: (index: number) => void
  readonly startReport: (index: number) => void
  readonly goToAnchor: (anchor: string) => void
}

export const DeskActionsContext = createContext<DeskActions | undefined>(undefined)

/** @throws {Error} used outside the reading desk */
export function useDeskActions(): DeskActions {
  const actions = use(DeskActionsContext)
  if (!actions) throw new Error('This part stands on the reading desk only')
  return actions
}
