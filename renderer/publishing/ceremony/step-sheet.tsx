import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../publishing.module.css'
import { type CeremonyStep, ceremonySteps } from './ceremony-steps.ts'

interface StepSheetProps {
  readonly step: CeremonyStep
  readonly title: string
  readonly onNext: () => void
  readonly onBack?: (() => void) | undefined
  readonly nextLabel?: string | undefined
  readonly busy?: boolean | undefined
  readonly children: ReactNode
}

/** One step of the ceremony; its heading takes the focus, so that a reader aloud says where one is. */
export function StepSheet({ step, title, onNext, onBack, nextLabel, busy, children }: StepSheetProps) {
  const { t } = useTranslation('publishing')
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={styles.sheet} aria-labelledby={id}>
      <p className={styles.muted}>
        {t('ceremony.place', { at: ceremonySteps.indexOf(step) + 1, all: ceremonySteps.length })}
      </p>
      <h2 ref={heading} tabIndex={-1} id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
      <div className={styles.actions}>
        {onBack && (
          <Button disabled={busy ?? false} onClick={onBack}>
            {t('ceremony.previous')}
          </Button>
        )}
        <Button type="primary" disabled={busy ?? false} onClick={onNext}>
          {nextLabel ?? t('ceremony.next')}
        </Button>
      </div>
    </section>
  )
}
