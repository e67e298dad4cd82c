import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Place } from '../../library/search/search-view.ts'
import { searchBoxId } from './focus-search-box.ts'

/**
 * Enter opens the place that was named, while the focus is on no control, or still in the search
 * box with the words that were searched for and no suggestion to take.
 */
export function useJumpKey(jump: Place | undefined, words: string): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (!jump) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (!isFree(event.target) && !isSearched(event.target, words)) return
      event.preventDefault()
      event.stopPropagation()
      void navigate({
        to: '/item/$itemId',
        params: { itemId: jump.itemId },
        search: { q: words },
        hash: jump.anchor,
      })
    }
    // Before the box, which would search for the same words again.
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [jump, words, navigate])
}

const isFree = (target: EventTarget | null) =>
  target === document.body || (target instanceof HTMLElement && target.id === 'main')

function isSearched(target: EventTarget | null, words: string): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.id === searchBoxId &&
    target.getAttribute('aria-expanded') !== 'true' &&
    target.value.trim() === words
  )
}
