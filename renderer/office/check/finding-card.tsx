import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import styles from './check-page.module.css'
import { pieces } from './quoted-pieces.ts'

interface FindingCardProps {
  readonly finding: Finding
  readonly current: boolean
  readonly busy: boolean
  readonly onLook: () => void
  readonly onRepair: () => void
  readonly onTeach: (name: string) => void
}

/** One thing found: what, where in which words, and what can be done. */
export function FindingCard({ finding, current, busy, onLook, onRepair, onTeach }: FindingCardProps) {
  const { t } = useTranslation('office')
  const { place, repair, related, rule } = finding
  return (
    <li className={styles.card} data-severity={finding.severity} data-current={current ? '' : undefined}>
      <p className={styles.says}>{finding.says}</p>
      {place.type === 'document' && place.quote !== '' && (
        <button
          type="button"
          className={styles.quote}
          data-quote=""
          aria-pressed={current}
          title={t('check.look')}
          onClick={onLook}
        >
          {pieces(place).map(({ at, text, marked }) =>
            marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </button>
      )}
      {finding.why && <p className={styles.muted}>{finding.why}</p>}
      <div className={styles.cardActions}>
        {repair && (
          <Button size="small" type="primary" ghost disabled={busy} onClick={onRepair}>
            {repair.label}
          </Button>
        )}
        {rule === 'other-place' && place.type === 'document' && (
          <Button size="small" disabled={busy} onClick={() => onTeach(place.quote)}>
            {t('check.ours')}
          </Button>
        )}
        {related && (
          <Link to="/item/$itemId" params={{ itemId: related.itemId }} hash={related.anchor ?? ''}>
            {t('check.related', { title: related.title })}
          </Link>
        )}
        {place.type === 'document' && (
          <span className={styles.where}>{t('check.where', { part: place.part, n: place.paragraph })}</span>
        )}
      </div>
    </li>
  )
}
