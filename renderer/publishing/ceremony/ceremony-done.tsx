import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { FingerprintCard } from '../fingerprint-card.tsx'
import { KeyTable } from '../keys/key-table.tsx'
import styles from '../publishing.module.css'

const todo = ['apart', 'paper', 'print'] as const

/** The channel is open: where its keys are, and what the three people do before they part. */
export function CeremonyDone({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.stack}>
      <section className={styles.sheet} aria-labelledby="done-title">
        <h2 ref={heading} tabIndex={-1} id="done-title" className={styles.heading}>
          {t('ceremony.doneTitle', { title: channel.title })}
        </h2>
        <p>{t('ceremony.doneLead')}</p>
        <ol className={styles.bullets}>
          {todo.map((step) => (
            <li key={step}>{t(`ceremony.doneSteps.${step}`)}</li>
          ))}
        </ol>
        <KeyTable keys={channel.keys} />
      </section>
      <FingerprintCard channel={channel} />
      <Link to="/publishing" search={{ channel: channel.id, part: 'choice' }}>
        {t('ceremony.toChoice')} →
      </Link>
    </div>
  )
}
