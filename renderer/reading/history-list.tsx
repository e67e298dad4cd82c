import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { ValidityBadge } from '../design/validity-badge.tsx'
import styles from './history-list.module.css'
import { useShownDate } from './shown-date.ts'

/** The versions of an item, newest first, each to be read and compared with the one before it. */
export function HistoryList({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('reading')
  const shown = useShownDate()
  const { itemId, history } = item
  return (
    <>
      <ol className={styles.list}>
        {history.map((entry, i) => {
          const date = entry.issuedOn ?? entry.effectiveFrom
          const before = history[i + 1]
          const reading = entry.revision === item.revision
          return (
            <li key={entry.revision} className={styles.entry} data-reading={reading ? '' : undefined}>
              <p className={styles.line}>
                {reading ? (
                  <strong aria-current="page">{date ? shown(date) : t('metadata.undated')}</strong>
                ) : (
                  <Link
                    to="/item/$itemId"
                    params={{ itemId }}
                    search={entry.current ? {} : { revision: entry.revision }}
                  >
                    {date ? shown(date) : t('metadata.undated')}
                  </Link>
                )}
                <ValidityBadge validity={entry.validity} />
              </p>
              <p className={styles.muted}>
                {[
                  reading && t('metadata.reading'),
                  entry.current && t('metadata.current'),
                  entry.documentNumber,
                  t('metadata.recorded', { date: shown(entry.recordedAt) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {before && (
                <p>
                  <Link
                    to="/item/$itemId/compare"
                    params={{ itemId }}
                    search={{ from: before.revision, to: entry.revision }}
                  >
                    {t('metadata.compareBefore')}
                  </Link>
                </p>
              )}
            </li>
          )
        })}
      </ol>
      {history.length < 2 && <p className={styles.hint}>{t('metadata.onlyOne')}</p>}
    </>
  )
}
