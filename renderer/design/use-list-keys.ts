import { useEffect, useRef } from 'react'

interface ListKeys {
  readonly onFind: () => void
  readonly onNew: () => void
}

/** `/` and Ctrl+F find in this list before the window's own search hears of it; `n` begins something new. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return
      const control = event.ctrlKey || event.metaKey
      const writing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [role=combobox], dialog')
      const finds = control ? event.key.toLowerCase() === 'f' : event.key === '/' && !writing
      const begins = !control && event.key.toLowerCase() === 'n' && !writing
      if (!finds && !begins) return
      event.preventDefault()
      event.stopImmediatePropagation()
      latest.current[finds ? 'onFind' : 'onNew']()
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
