import { useCallback, useEffect, useMemo, useState } from 'react'

export interface Announcement {
  readonly text: string
  readonly undo?: (() => void) | undefined
}

/** Long enough to read and, where it undoes something, to decide. Milliseconds. */
const SHOWN = 4_000
const SHOWN_WITH_UNDO = 12_000

/** One short message at a time: what was copied, what was deleted and how to undo it. */
export function useAnnouncement() {
  const [announcement, setAnnouncement] = useState<Announcement>()
  useEffect(() => {
    if (!announcement) return
    const timer = setTimeout(() => setAnnouncement(undefined), announcement.undo ? SHOWN_WITH_UNDO : SHOWN)
    return () => clearTimeout(timer)
  }, [announcement])
  const announce = useCallback((text: string, undo?: () => void) => setAnnouncement({ text, undo }), [])
  const dismiss = useCallback(() => setAnnouncement(undefined), [])
  return useMemo(() => ({ announcement, announce, dismiss }), [announcement, announce, dismiss])
}
