import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import { discardedFeedsQuery, useRestoreFeed } from '../feed-queries.ts'
import styles from './feeds-page.module.css'

/** Columns that were discarded within the last thirty days, folded; nothing where there are none. */
export function DiscardedFeeds() {
  const { t } = useTranslation('feeds')
  const discarded = useQuery(discardedFeedsQuery)
  const restore = useRestoreFeed()
  if (!discarded.data || discarded.data.length === 0) return null
  return (
    <details className={styles.startFold}>
      <summary>
        <h2 className={styles.subheading}>{t('list.discardedTitle', { n: discarded.data.length })}</h2>
      </summary>
      {restore.isError && <ErrorNotice error={restore.error} />}
      <ul className={styles.discarded}>
        {discarded.data.map(({ id, title }) => (
          <li key={id}>
            <span>{title}</span>
            <Button
              size="small"
              disabled={restore.isPending}
              aria-label={t('list.restoreOf', { title })}
              onClick={() => restore.mutate(id, { onSuccess: () => requestAnimationFrame(keepFocus) })}
            >
              {t('list.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
