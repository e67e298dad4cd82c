import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusSearchBox } from '../search/focus-search-box.ts'

/** After a change of place, says where one is and moves focus: to the search box where searching begins, else to the desk. */
export function RouteAnnouncer() {
  const { t } = useTranslation()
  const router = useRouter()
  const [title, setTitle] = useState('')
  const movedOn = useRef(false)
  useEffect(() => {
    const onUse = () => {
      movedOn.current = true
    }
    addEventListener('keydown', onUse, true)
    addEventListener('pointerdown', onUse, true)
    const leave = router.subscribe('onBeforeNavigate', () => {
      movedOn.current = false
    })
    return () => {
      removeEventListener('keydown', onUse, true)
      removeEventListener('pointerdown', onUse, true)
      leave()
    }
  }, [router])
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!pathChanged && fromLocation) return
        // Somebody who types while a slow desk is still arriving goes on typing.
        if (!movedOn.current || !isTyped(document.activeElement)) moveFocus(toLocation.pathname)
        if (!fromLocation) return
        // The desk names the window in an effect of its own, after this one.
        setTimeout(() => setTitle(document.title), 100)
      }),
    [router],
  )
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {title && t('shell.arrived', { title })}
    </div>
  )
}

function moveFocus(pathname: string): void {
  if (pathname === '/' || (pathname === '/search' && !focusIsInDesk())) focusSearchBox()
  else focusDesk()
}

/** A desk that has already put the focus somewhere inside keeps it. */
function focusDesk(): void {
  const main = document.getElementById('main')
  if (main && !focusIsInDesk()) main.focus({ preventScroll: true })
}

function focusIsInDesk(): boolean {
  const main = document.getElementById('main')
  return main !== null && main !== document.activeElement && main.contains(document.activeElement)
}

function isTyped(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea, select'))
}
