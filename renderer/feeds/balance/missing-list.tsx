import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BalanceView } from '../../../library/feeds/feed-view.ts'
import styles from './balance.module.css'

/** Who is not told about lately, folded, each with a way to begin. */
export function MissingList({ missing }: { readonly missing: BalanceView['missing'] }) {
  const { t } = useTranslation('feeds')
  if (missing.length === 0) return null
  return (
    <details className={styles.missing}>
      <summary>{t('balance.missing', { n: missing.length })}</summary>
      <ul className={styles.rows}>
        {missing.map(({ value, says, stories }) => (
          <li key={value} className={styles.row}>
            <span className={styles.says}>{says}</span>
            <span className={styles.ways}>
              {stories.slice(0, 3).map(({ id, title }) => (
                <Link key={id} to="/stories/$storyId" params={{ storyId: id }} search={{}}>
                  {title}
                </Link>
              ))}
              <Link to="/stories/new" search={{}} aria-label={t('balance.tellAbout', { value })}>
                {t('balance.tell')}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
