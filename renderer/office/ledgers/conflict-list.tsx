import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerConflict } from '../../../library/templates/batch/batch-view.ts'
import { type ChosenValues, choose, chosenOf, takeLedger, unsettled, versionsOf } from './chosen-values.ts'
import styles from './ledgers-page.module.css'

const SHOWN = 50

interface ConflictListProps {
  readonly conflicts: readonly LedgerConflict[]
  /** In the order of being added. */
  readonly files: readonly string[]
  readonly chosen: ChosenValues
  readonly onChoose: (chosen: ChosenValues) => void
}

/** Where ledgers contradict each other, side by side, each to be settled by the person. */
export function ConflictList({ conflicts, files, chosen, onChoose }: ConflictListProps) {
  const { t } = useTranslation('office')
  const [shown, setShown] = useState(SHOWN)
  if (conflicts.length === 0) return <p className={styles.muted}>{t('ledgers.noConflicts')}</p>
  const left = unsettled(conflicts, chosen)
  return (
    <section className={styles.conflicts}>
      <h2 className={styles.heading}>{t('ledgers.conflictsTitle', { n: conflicts.length })}</h2>
      <p className={styles.muted}>{t('ledgers.conflictsHint')}</p>
      <div className={styles.actions}>
        <Button onClick={() => onChoose(takeLedger(conflicts, files, 'newest'))}>{t('ledgers.takeNewest')}</Button>
        <Button onClick={() => onChoose(takeLedger(conflicts, files, 'first'))}>{t('ledgers.takeFirst')}</Button>
        <span className={styles.muted} role="status">
          {left === 0 ? t('ledgers.settled') : t('ledgers.left', { n: left })}
        </span>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('ledgers.keyColumn')}</th>
            <th scope="col">{t('ledgers.column')}</th>
            <th scope="col">{t('ledgers.versions')}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.slice(0, shown).map((conflict) => (
            <tr key={`${conflict.key} ${conflict.column}`}>
              <td>
                {conflict.name}
                <p className={conflict.name ? styles.shape : undefined}>{conflict.key}</p>
              </td>
              <td>{conflict.column}</td>
              <td>
                <Radio.Group
                  className={styles.versions ?? ''}
                  aria-label={`${conflict.name ?? conflict.key} ${conflict.column}`}
                  value={chosenOf(chosen, conflict)}
                  onChange={(event) => onChoose(choose(chosen, conflict, String(event.target.value)))}
                >
                  {versionsOf(conflict).map(({ value, from }) => (
                    <Radio key={value} value={value}>
                      {value}
                      <span className={styles.from}>
                        {from.map(({ file, row }) => t('ledgers.from', { file, row })).join(t('comma'))}
                      </span>
                    </Radio>
                  ))}
                </Radio.Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < conflicts.length && (
        <button type="button" className={styles.textButton} onClick={() => setShown(shown + 200)}>
          {t('ledgers.more', { n: conflicts.length - shown })}
        </button>
      )}
    </section>
  )
}
