import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** After a change of place, says where one is and moves focus to the desk, as a page load would. */
export function RouteAnnouncer() {
  const { t } = useTranslation()
  const router = useRouter()
  const [title, setTitle] = useState('')
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const main = document.getElementById('main')
        if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true })
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
