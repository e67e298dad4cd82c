import { useTranslation } from 'react-i18next'
import type { FeedPreview } from '../../../library/feeds/feed-view.ts'
import styles from './feed-page.module.css'

/** What else goes out with the next issue: corrections, withdrawals, answers to readers. */
export function IssueChanges({ preview }: { readonly preview: FeedPreview }) {
  const { t } = useTranslation('feeds')
  const groups = (['corrections', 'withdrawals', 'answers'] as const).filter((name) => preview[name].length > 0)
  if (groups.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="changes-title">
      <h2 id="changes-title" className={styles.subheading}>
        {t('issue.changes')}
      </h2>
      {groups.map((name) => (
        <div key={name}>
          <h3 className={styles.hint}>{t(`issue.${name}`)}</h3>
          <ul className={styles.rows}>
            {preview[name].map((entry) => (
              <li key={entry.id} className={styles.row}>
                <span className={styles.rowText}>
                  {entry.title}
                  {entry.note && <span className={styles.hint}>{entry.note}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
