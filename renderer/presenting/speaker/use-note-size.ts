import { useState } from 'react'

const KEY = 'xinhuo.presenting.note-size'
const USUAL = 1.5

/** How large the notes are, in rem; kept by the window. */
export function useNoteSize(): readonly [number, (size: number) => void] {
  const [size, setSize] = useState(() => Number(sessionStorage.getItem(KEY) ?? USUAL) || USUAL)
  const set = (wanted: number) => {
    const kept = Math.min(4, Math.max(1, wanted))
    setSize(kept)
    sessionStorage.setItem(KEY, String(kept))
  }
  return [size, set]
}
