import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepFocus } from '../design/keep-focus.ts'
import styles from './updates.module.css'
import { useSticks } from './use-channels.ts'

/** One quiet line when a stick brings a newer version of a channel that is known here; gone when it is not wanted. */
export function StickNotice() {
  const { t } = useTranslation('updates')
  const navigate = useNavigate()
  const atDesk = useLocation({ select: (place) => place.pathname === '/updates' })
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const sticks = useSticks().data ?? []
  const idOf = (stick: { from: string; claims: number }) => `${stick.from} ${stick.claims}`
  const found = sticks.find((stick) => stick.known && stick.newer && !dismissed.has(idOf(stick)))
  // The place is always there, so that what appears in it is read aloud.
  if (!found || atDesk) return <div role="status" className={styles.noStick} />
  const dismiss = () => {
    setDismissed((before) => new Set(before).add(idOf(found)))
    requestAnimationFrame(keepFocus)
  }
  return (
    <div className={styles.stick} role="status">
      <p>{t('stick.found', { title: found.title })}</p>
      <Button
        size="small"
        onClick={() => {
          dismiss()
          void navigate({ to: '/updates', search: { from: found.from } })
        }}
      >
        {t('stick.see')}
      </Button>
      <Button size="small" onClick={dismiss}>
        {t('stick.dismiss')}
      </Button>
    </div>
  )
}
