import {
  type Active,
  type Announcements,
  type ClientRect,
  type CollisionDetection,
  closestCenter,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  KeyboardSensor,
  type Over,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OUTLINE_END } from '../outline/outline-list.tsx'

/** What is dragged: a part by its place in the outline, or something that is put in where it is dropped. */
interface Dragged {
  readonly title: string
  readonly drop?: ((at: number) => void) | undefined
}

interface OutlineDrag {
  readonly ids: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly moveTo: (id: string, to: number) => void
}

/** Dragging within the outline and into it, by mouse and by keyboard, told in words. */
export function useOutlineDrag({ ids, chosen, moveTo }: OutlineDrag) {
  const { t } = useTranslation('meetings')
  const [dragging, setDragging] = useState<{ readonly title: string; readonly n: number }>()
  const [dropAt, setDropAt] = useState<number>()
  const now = useRef({ ids, chosen, dropAt })
  now.current = { ids, chosen, dropAt }
  const pointerAt = usePointerHeight()
  const sensors = useSensors(
    useSensor(OutlinePointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  /** Before which part what is dragged would go; undefined outside the outline. */
  const placeOf = useCallback(
    (active: Active, over: Over | null, byKey: boolean): number | undefined => {
      const order = now.current.ids
      if (!over) return undefined
      if (over.id === OUTLINE_END) return order.length
      const at = order.indexOf(String(over.id))
      if (at < 0) return undefined
      const from = order.indexOf(String(active.id))
      if (byKey) return from >= 0 && at > from ? at + 1 : at
      return pointerAt.current > middleOf(over) ? at + 1 : at
    },
    [pointerAt],
  )
  const follow = ({ active, over, activatorEvent }: DragMoveEvent) => {
    const place = placeOf(active, over, activatorEvent instanceof KeyboardEvent)
    if (place !== now.current.dropAt) setDropAt(place)
  }
  const stop = () => {
    setDragging(undefined)
    setDropAt(undefined)
  }
  const onDragEnd = ({ active, over, activatorEvent }: DragEndEvent) => {
    const place = placeOf(active, over, activatorEvent instanceof KeyboardEvent)
    stop()
    if (place === undefined) return
    const { drop } = draggedOf(active)
    if (drop) drop(place)
    else moveTo(String(active.id), place)
  }
  const onDragStart = ({ active }: DragStartEvent) => {
    const { chosen: together } = now.current
    const n = together.has(String(active.id)) ? together.size : 1
    setDragging({ title: draggedOf(active).title || t('outline.none'), n })
  }
  const accessibility = useMemo(() => {
    const title = (active: Active) => draggedOf(active).title || t('outline.none')
    const placeIn = (over: Over) =>
      over.id === OUTLINE_END ? now.current.ids.length : now.current.ids.indexOf(String(over.id)) + 1
    // What was picked up lies over its own place, which is no news.
    let begun = false
    const announcements: Announcements = {
      onDragStart: ({ active }) => {
        begun = true
        const place = now.current.ids.indexOf(String(active.id)) + 1
        if (place === 0) return t('outline.lifted', { title: title(active) })
        return t('outline.liftedAt', { title: title(active), place, n: now.current.ids.length })
      },
      onDragOver: ({ active, over }) => {
        const isNews = !begun || over?.id !== active.id
        begun = false
        if (!isNews) return undefined
        return over
          ? t('outline.over', { title: title(active), place: placeIn(over) })
          : t('outline.overNothing', { title: title(active) })
      },
      onDragEnd: ({ active, over }) =>
        over
          ? t('outline.dropped', { title: title(active), place: placeIn(over) })
          : t('outline.droppedNowhere', { title: title(active) }),
      onDragCancel: ({ active }) => t('outline.cancelled', { title: title(active) }),
    }
    return { announcements, screenReaderInstructions: { draggable: t('outline.howToDrag') } }
  }, [t])
  return {
    dragging,
    dropAt,
    context: {
      sensors,
      collisionDetection: nearest,
      accessibility,
      onDragStart,
      onDragMove: follow,
      onDragOver: follow,
      onDragEnd,
      onDragCancel: stop,
    },
  } as const
}

/** With the mouse what is under it; with the keyboard the nearest part. A part comes before the whole outline. */
const nearest: CollisionDetection = (given) => {
  if (!given.pointerCoordinates) {
    const parts = given.droppableContainers.filter(({ id }) => id !== OUTLINE_END)
    return closestCenter({ ...given, droppableContainers: parts })
  }
  const within = pointerWithin(given)
  const parts = within.filter(({ id }) => id !== OUTLINE_END)
  return parts.length > 0 ? parts : within
}

/** Fields and buttons of their own keep the mouse for themselves; the grip and the words of a part may be dragged. */
class OutlinePointerSensor extends PointerSensor {
  static override activators: (typeof PointerSensor)['activators'] = [
    {
      eventName: 'onPointerDown',
      handler: ({ nativeEvent: event }: PointerEvent) => {
        if (!event.isPrimary || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return false
        return !(event.target instanceof Element && event.target.closest('input, textarea, [data-no-drag]'))
      },
    },
  ]
}

function draggedOf(active: Active): Dragged {
  return (active.data.current ?? { title: '' }) as unknown as Dragged
}

function middleOf(over: Over): number {
  const rect: ClientRect | DOMRect =
    document.querySelector(`[data-part="${CSS.escape(String(over.id))}"]`)?.getBoundingClientRect() ?? over.rect
  return rect.top + rect.height / 2
}

/** Where the mouse is, pixels from the top of the window. */
function usePointerHeight() {
  const height = useRef(0)
  useEffect(() => {
    const follow = (event: globalThis.PointerEvent) => {
      height.current = event.clientY
    }
    addEventListener('pointermove', follow, { capture: true, passive: true })
    return () => removeEventListener('pointermove', follow, { capture: true })
  }, [])
  return height
}
