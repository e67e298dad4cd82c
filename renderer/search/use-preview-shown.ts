import { useCallback, useState } from 'react'

const KEPT = 'reading.preview'

/** Whether the preview is wanted; the choice is kept on this machine. */
export function usePreviewShown(): readonly [boolean, () => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(KEPT) !== 'off')
  const toggle = useCallback(() => {
    const next = localStorage.getItem(KEPT) === 'off'
    localStorage.setItem(KEPT, next ? 'on' : 'off')
    setShown(next)
  }, [])
  return [shown, toggle]
}
