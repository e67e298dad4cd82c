import { type RefObject, useEffect, useRef } from 'react'

interface FormKeys {
  readonly undo: () => void
  readonly redo: () => void
  readonly save: () => void
  readonly finish: () => void
}

/** Ctrl+Z, Ctrl+Y, Ctrl+S, Ctrl+Enter, and Alt+↑↓ from section to section, wherever on the form one is. */
export function useFormKeys(desk: RefObject<HTMLElement | null>, keys: FormKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('dialog, header')) return
      const control = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      if (control && key === 'z') latest.current[event.shiftKey ? 'redo' : 'undo']()
      else if (control && key === 'y') latest.current.redo()
      else if (control && key === 's') latest.current.save()
      else if (control && event.key === 'Enter') latest.current.finish()
      else if (event.altKey && !event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        goToSection(desk.current, event.key === 'ArrowDown' ? 1 : -1)
      } else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [desk])
}

function goToSection(desk: HTMLElement | null, by: 1 | -1): void {
  const sections = [...(desk?.querySelectorAll<HTMLElement>('[data-group]') ?? [])]
  const here = document.activeElement?.closest<HTMLElement>('[data-group]')
  const at = here ? sections.indexOf(here) : by > 0 ? -1 : sections.length
  const next = sections[Math.max(0, Math.min(sections.length - 1, at + by))]
  const controls = [...(next?.querySelectorAll<HTMLElement>('input:not([aria-hidden]), textarea, button') ?? [])]
  const first = controls.find((control) => control.closest('[data-form-field]') && control.tabIndex >= 0)
  next?.scrollIntoView({ block: 'start' })
  first?.focus({ preventScroll: true })
}
