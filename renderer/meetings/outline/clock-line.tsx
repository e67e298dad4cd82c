import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineClock } from '../outline-clock.ts'
import { MinutesInput } from './minutes-input.tsx'
import styles from './outline.module.css'

interface ClockLineProps {
  readonly clock: OutlineClock
  readonly readOnly: boolean
  readonly onPlan: (minutes: number) => void
  readonly onDistribute: () => void
}

/** How long it takes, against how long it may take. */
export function ClockLine({ clock, readOnly, onPlan, onDistribute }: ClockLineProps) {
  const { t } = useTranslation('meetings')
  const id = useId()
  const { minutes, planned, over, left, ends, begins } = clock
  return (
    <section className={styles.clock} aria-label={t('clock.label')}>
      <strong>{t('clock.total', { minutes })}</strong>
      {ends && <span>{t('clock.ends', { ends })}</span>}
      <span>
        <label htmlFor={id}>{t('clock.plan')}</label>{' '}
        <MinutesInput id={id} minutes={planned ?? 0} label={t('clock.plan')} readOnly={readOnly} onMinutes={onPlan} />
      </span>
      <span role="status">
        {over > 0 && <span className={styles.over}>{t('clock.over', { over })}</span>}
        {over === 0 && left > 0 && begins.size > 0 && t('clock.left', { left })}
      </span>
      {!readOnly && planned !== undefined && begins.size > 0 && (over > 0 || left > 0) && (
        <Button size="small" onClick={onDistribute}>
          {t('clock.distribute')}
        </Button>
      )}
    </section>
  )
}
