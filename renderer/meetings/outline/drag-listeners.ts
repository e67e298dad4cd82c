import type { DraggableSyntheticListeners } from '@dnd-kit/core'
import type { KeyboardEventHandler, PointerEventHandler } from 'react'

/** The mouse takes hold of a whole line, the keyboard of its grip alone. */
export function dragListeners(listeners: DraggableSyntheticListeners): {
  readonly byMouse: { readonly onPointerDown?: PointerEventHandler }
  readonly byKey: { readonly onKeyDown?: KeyboardEventHandler }
} {
  const { onPointerDown, onKeyDown } = (listeners ?? {}) as {
    readonly onPointerDown?: PointerEventHandler
    readonly onKeyDown?: KeyboardEventHandler
  }
  return { byMouse: onPointerDown ? { onPointerDown } : {}, byKey: onKeyDown ? { onKeyDown } : {} }
}
