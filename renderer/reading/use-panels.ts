import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

type Side = 'outline' | 'metadata'
type Chosen = Partial<Record<Side, boolean>>

/** How a side panel stands: beside the text, over it where there is no room, or not at all. */
export type PanelState = 'beside' | 'over' | 'closed'

/** Widths of the desk, in rem so that large type counts, from which a panel fits beside a full line of text. */
const ROOM: Record<Side, number> = { outline: 60, metadata: 82 }
const KEPT = 'reading.panels'

/** Which side panels are shown: by room, unless the person opened or closed one. */
export function usePanels(desk: RefObject<HTMLElement | null>) {
  const [width, setWidth] = useState(0)
  const [chosen, setChosen] = useState<Chosen>(readChosen)

  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const measure = () =>
      setWidth(element.clientWidth / Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])

  const stateOf = (side: Side): PanelState => {
    const room = width >= ROOM[side]
    if (room) return (chosen[side] ?? true) ? 'beside' : 'closed'
    return chosen[side] && width > 0 ? 'over' : 'closed'
  }
  const outline = stateOf('outline')
  const metadata = stateOf('metadata')

  const set = useCallback((side: Side, open: boolean) => {
    setChosen((before) => {
      const after = { ...before, [side]: open }
      localStorage.setItem(KEPT, JSON.stringify(after))
      return after
    })
  }, [])
  const toggle = useCallback(
    (side: Side) => set(side, (side === 'outline' ? outline : metadata) === 'closed'),
    [set, outline, metadata],
  )
  /** Closes what lies over the text; returns whether anything did. */
  const closeOver = useCallback(() => {
    if (outline === 'over') set('outline', false)
    if (metadata === 'over') set('metadata', false)
    return outline === 'over' || metadata === 'over'
  }, [set, outline, metadata])

  return { outline, metadata, toggle, closeOver }
}

/** Only what was closed is kept: a panel lying over the text should not greet the next reader. */
function readChosen(): Chosen {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const closed = (side: Side) => (side in kept && Reflect.get(kept, side) === false ? { [side]: false } : {})
    return { ...closed('outline'), ...closed('metadata') }
  } catch {
    return {}
  }
}
