import { useRef } from 'react'

/** The same array for as long as its entries are the same, so that what depends on their order alone stays quiet. */
export function useStableList<Entry>(list: Entry[]): Entry[] {
  const kept = useRef(list)
  const same = kept.current.length === list.length && kept.current.every((entry, at) => entry === list[at])
  if (!same) kept.current = list
  return kept.current
}
