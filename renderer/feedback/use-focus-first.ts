import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the field that a dialog is opened for. The dialog opens only after what is in it stands, and then gives its
 * own focus away; this comes after both.
 */
export function useFocusFirst<Field extends { focus(): void }>(): RefObject<Field | null> {
  const field = useRef<Field>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return field
}
