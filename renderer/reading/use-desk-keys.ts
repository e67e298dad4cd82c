import { type RefObject, useEffect, useState } from 'react'
import { type DeskCommand, deskCommand } from './desk-keys.ts'

const KEPT = 'reading.single-keys'

/** Single letters can be switched off (WCAG 2.2, 2.1.4). */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off')
  const change = (next: boolean) => {
    localStorage.setItem(KEPT, next ? 'on' : 'off')
    setOn(next)
  }
  return [on, change]
}

/** Listens for the desk's keys while nothing lies over it. `run` returns false to leave the key to the page. */
export function useDeskKeys(
  desk: RefObject<HTMLElement | null>,
  singleKeys: boolean,
  run: (command: DeskCommand) => boolean,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target, desk.current)) return
      const typing = isTyping(event.target) || !singleKeys
      const command = deskCommand({ ...pressOf(event), typing })
      if (!command || !run(command)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the window's own keys, so that ? shows this desk's.
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [desk, singleKeys, run])
}

const pressOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
})

/** In a dialog or menu, or in a field of the window around the desk. */
function isElsewhere(target: EventTarget | null, desk: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role="dialog"], [role="menu"], dialog')) return true
  return isTyping(target) && !desk?.contains(target)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}
