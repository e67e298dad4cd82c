import { createContext, useContext } from 'react'
import type { PartReference } from '../../../library/meetings/materials/material-view.ts'

/** Something of the library that is to go into a meeting. */
export interface Takeable {
  readonly reference: PartReference
  /** 土地管理法第六十二条 */
  readonly name: string
}

export const TakingContext = createContext<((what: Takeable) => void) | undefined>(undefined)

/**
 * Asks into which meeting something goes, and puts it there; from any desk of the window.
 * @throws {Error} used outside the window's frame
 */
export function useTaking(): (what: Takeable) => void {
  const take = useContext(TakingContext)
  if (!take) throw new Error('Things are taken into meetings within the window only')
  return take
}
