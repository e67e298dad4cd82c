import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from './kept-searches.module.css'
import { useForgetSearches, useRecentSearches } from './use-kept-searches.ts'

/** How many are listed; the rest comes up again while typing. */
const SHOWN = 12

/** What was searched for lately; private to this machine. */
export function RecentList() {
  const { t } = useTranslation('search')
  const recent = useRecentSearches()
  const forget = useForgetSearches()
  if (recent.isError) return <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} />
  const all = recent.data ?? []
  return (
    <section aria-labelledby="recent-title">
      <div className={styles.head}>
        <h2 id="recent-title" className={styles.title}>
          {t('recent.title')}
        </h2>
        {all.length > 0 && (
          <Button type="text" size="small" onClick={() => forget.mutate(undefined)}>
            {t('recent.clear')}
          </Button>
        )}
      </div>
      {all.length === 0 ? (
        <p className={styles.aside}>{t('recent.none')}</p>
      ) : (
        <ul>
          {all.slice(0, SHOWN).map(({ query }) => (
            <li key={query} className={styles.row}>
              <Link to="/search" search={{ q: query }} className={styles.words}>
                {query}
              </Link>
              <Button
                type="text"
                size="small"
                aria-label={t('recent.removeOf', { words: query })}
                onClick={() => forget.mutate(query)}
              >
                {t('saved.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
