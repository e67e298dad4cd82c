import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the first field of a dialog: it has the focus when the dialog opens, and again whenever the fields start afresh.
 * A frame later, because a dialog that opens takes the focus for its first button.
 */
export function useFreshFocus(attempt: number): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt has fields of its own
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [attempt])
  return field
}
