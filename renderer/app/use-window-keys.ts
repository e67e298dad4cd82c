import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { focusSearchBox } from '../search/focus-search-box.ts'

/** Keys that work from anywhere: Ctrl+K and / to search, Alt+← and Alt+→, Ctrl+I to import, ? for help. */
export function useWindowKeys({ onHelp }: { readonly onHelp: () => void }): void {
  const navigate = useNavigate()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const withControl = (event.ctrlKey || event.metaKey) && !event.altKey
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      if ((withControl && event.key.toLowerCase() === 'k') || (plain && event.key === '/')) focusSearchBox()
      else if (withControl && event.key.toLowerCase() === 'i' && !event.shiftKey) void navigate({ to: '/import' })
      else if (event.altKey && event.key === 'ArrowLeft') history.back()
      else if (event.altKey && event.key === 'ArrowRight') history.forward()
      else if (plain && (event.key === '?' || event.key === '？')) onHelp()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [navigate, onHelp])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}
