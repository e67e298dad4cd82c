import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'
import { useDeskActions } from './desk-actions.ts'
import { parseLink } from './passage-link.ts'

/** Follows the links inside a text: within it, to other items, and never out of the library. */
export function useTextLinks(scroller: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate()
  const { goToAnchor, copyAddress } = useDeskActions()
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const button = event.target.closest<HTMLElement>('[data-copy-address]')
      if (button) copyAddress(button.dataset.copyAddress ?? '')
      const link = event.target.closest('[data-passage] a[href]')
      if (!link) return
      event.preventDefault()
      const target = parseLink(link.getAttribute('href') ?? '')
      if (target?.kind === 'passage') goToAnchor(target.anchor)
      else if (target?.kind === 'outside') copyAddress(target.address)
      else if (target) void navigate({ to: '/item/$itemId', params: { itemId: target.itemId }, hash: target.anchor })
    }
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [scroller, navigate, goToAnchor, copyAddress])
}
