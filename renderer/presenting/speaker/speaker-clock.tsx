import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slide } from '../../../library/meetings/deck/deck.ts'
import frame from '../deck-frame.module.css'
import { clockText, elapsed } from '../show/show-clock.ts'
import type { ShowCommand, ShowState } from '../show/show-state.ts'
import { type Pace, paceOf } from './pace.ts'
import styles from './speaker-view.module.css'

interface SpeakerClockProps {
  readonly slides: readonly Slide[]
  readonly state: ShowState
  readonly onRun: (command: ShowCommand) => void
}

/** What time it is, how long one has spoken, and how that stands to the plan. */
export function SpeakerClock({ slides, state, onRun }: SpeakerClockProps) {
  const { t, i18n } = useTranslation('presenting')
  const now = useSeconds()
  const { clock } = state
  const pause =
    clock.startedAt === undefined ? 'start' : clock.pausedAt === undefined ? ('pause' as const) : ('resume' as const)
  return (
    <div className={styles.clock}>
      <span>
        {t('speaker.now')}{' '}
        <time className={styles.time}>
          {new Date(now).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', hour12: false })}
        </time>
      </span>
      <span>
        {t('speaker.elapsed')} <strong className={styles.time}>{clockText(elapsed(clock, now))}</strong>
      </span>
      <button type="button" className={frame.button} onClick={() => onRun({ type: 'pause' })}>
        {t(`speaker.${pause}`)}
      </button>
      <button type="button" className={frame.button} onClick={() => onRun({ type: 'reset' })}>
        {t('speaker.reset')}
      </button>
      {clock.startedAt !== undefined && <PaceText pace={paceOf(slides, state, now)} />}
    </div>
  )
}

function PaceText({ pace: { left, behind } }: { readonly pace: Pace }) {
  const { t } = useTranslation('presenting')
  return (
    <span className={styles.pace}>
      {left !== undefined && (
        <span>
          {left > 0
            ? t('speaker.left', { n: left })
            : left === 0
              ? t('speaker.leftNone')
              : t('speaker.over', { n: -left })}
        </span>
      )}
      {behind !== undefined && (
        <span>
          {behind === 0
            ? t('speaker.onTime')
            : behind > 0
              ? t('speaker.behind', { n: behind })
              : t('speaker.ahead', { n: -behind })}
        </span>
      )}
    </span>
  )
}

function useSeconds(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}
