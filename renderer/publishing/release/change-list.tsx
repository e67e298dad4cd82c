import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedChange, OfferedChangeType } from '../../../library/updates/update-view.ts'
import { KindLabel } from '../../design/kind-label.tsx'
import styles from '../publishing.module.css'
import { changeTypes, countChanges } from './count-changes.ts'

const STEP = 50

interface WithdrawalReasons {
  /** Items that were withdrawn with one. */
  readonly given: readonly string[]
  readonly onGive: (change: OfferedChange) => void
}

interface ChangeListProps {
  readonly changes: readonly OfferedChange[]
  /** What is merely no longer chosen can be given a reason that readers see. */
  readonly reasons: WithdrawalReasons
  readonly onCompare: (change: OfferedChange) => void
}

/** Each item that the next version changes, with what a reader is told of it. */
export function ChangeList({ changes, reasons, onCompare }: ChangeListProps) {
  const { t } = useTranslation('publishing')
  const [only, setOnly] = useState<OfferedChangeType>()
  const [shown, setShown] = useState(STEP)
  const counts = countChanges(changes)
  const wanted = only ? changes.filter(({ type }) => type === only) : changes
  return (
    <>
      <h3 className={styles.subheading}>{t('release.list')}</h3>
      <fieldset className={styles.filters}>
        <legend className="visually-hidden">{t('release.filter')}</legend>
        <button type="button" className={styles.filter} aria-pressed={!only} onClick={() => setOnly(undefined)}>
          {t('release.all', { n: changes.length })}
        </button>
        {changeTypes
          .filter((type) => counts[type] > 0)
          .map((type) => (
            <button
              key={type}
              type="button"
              className={styles.filter}
              aria-pressed={only === type}
              onClick={() => setOnly(type)}
            >
              {t('release.ofType', { type: t(`release.type.${type}`), n: counts[type] })}
            </button>
          ))}
      </fieldset>
      <ul className={styles.rows}>
        {wanted.slice(0, shown).map((change) => (
          <ChangeRow
            key={change.itemId}
            change={change}
            onExplain={reasons.given.includes(change.itemId) ? undefined : reasons.onGive}
            onCompare={() => onCompare(change)}
          />
        ))}
      </ul>
      {wanted.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + 4 * STEP)}>
          {t('release.more', { n: Math.min(wanted.length - shown, 4 * STEP) })}
        </button>
      )}
    </>
  )
}

interface ChangeRowProps {
  readonly change: OfferedChange
  readonly onExplain: ((change: OfferedChange) => void) | undefined
  readonly onCompare: () => void
}

function ChangeRow({ change, onExplain, onCompare }: ChangeRowProps) {
  const { t } = useTranslation('publishing')
  const { itemId, kind, title, type, validity, effectiveFrom, repealedOn, withdrawn } = change
  return (
    <li className={styles.row}>
      <span className={styles.rowText}>
        <span className={styles.tag} data-type={type}>
          {t(`release.type.${type}`)}
        </span>
        <span>{title}</span>
        <KindLabel kind={kind} />
        {validity && <span className={styles.muted}>{t(`release.validity.${validity}`)}</span>}
        {validity === 'not-yet' && effectiveFrom && (
          <span className={styles.muted}>{t('release.effective', { date: effectiveFrom })}</span>
        )}
        {repealedOn && <span className={styles.muted}>{t('release.repealed', { date: repealedOn })}</span>}
        {withdrawn && <span className={styles.muted}>{t('release.withdrawnWhy', { reason: withdrawn.reason })}</span>}
      </span>
      {type === 'withdrawn' && onExplain && (
        <Button size="small" aria-label={t('release.explainOf', { title })} onClick={() => onExplain(change)}>
          {t('release.explain')}
        </Button>
      )}
      {type === 'changed' && (
        <Button size="small" aria-label={t('release.compareOf', { title })} onClick={onCompare}>
          {t('release.compare')}
        </Button>
      )}
      {(type === 'new' || type === 'returned') && (
        <Link to="/item/$itemId" params={{ itemId }} aria-label={t('release.readOf', { title })}>
          {t('release.read')}
        </Link>
      )}
    </li>
  )
}
