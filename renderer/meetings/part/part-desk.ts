import { createContext, useContext } from 'react'
import type { AddSource } from '../adding/add-sources.ts'

/** What the desk does for the fields of a part. */
export interface PartDesk {
  readonly announce: (text: string, undo?: () => void) => void
  /** Opens the panel to add from, at one of its sources, narrowed to a kind. */
  readonly onFind: (source: AddSource, kind?: string) => void
  /** Saves what is not saved; false when it could not. */
  readonly flush: () => Promise<boolean>
}

export const PartDeskContext = createContext<PartDesk | undefined>(undefined)

export function usePartDesk(): PartDesk {
  const desk = useContext(PartDeskContext)
  if (!desk) throw new Error('The fields of a part stand on the meeting desk only')
  return desk
}
