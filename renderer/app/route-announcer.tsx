import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusSearchBox } from '../search/focus-search-box.ts'

/** After a change of place, says where one is and moves focus: to the search box where searching begins, else to the desk. */
export function RouteAnnouncer() {
  const { t } = useTranslation()
  const router = useRouter()
  const [title, setTitle] = useState('')
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!pathChanged && fromLocation) return
        if (toLocation.pathname === '/') focusSearchBox()
        else if (toLocation.pathname === '/search' && !focusIsInDesk()) focusSearchBox()
        else focusDesk()
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

/** A desk that has already put the focus somewhere inside keeps it. */
function focusDesk(): void {
  const main = document.getElementById('main')
  if (main && !focusIsInDesk()) main.focus({ preventScroll: true })
}

function focusIsInDesk(): boolean {
  const main = document.getElementById('main')
  return main !== null && main !== document.activeElement && main.contains(document.activeElement)
}
