import { useEffect } from 'react'

/** n and p go to the next change and the one before, wherever focus is except in a field or menu. */
export function useChangeKeys(step: (direction: 1 | -1) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, select, [role="combobox"], [role="dialog"]'))
        return
      const direction = event.key === 'n' || event.key === 'F3' ? 1 : event.key === 'p' ? -1 : undefined
      if (direction === undefined) return
      event.preventDefault()
      step(event.key === 'F3' && event.shiftKey ? -1 : direction)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [step])
}
