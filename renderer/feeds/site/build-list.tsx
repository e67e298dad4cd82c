import { useTranslation } from 'react-i18next'
import type { FeedBuildRecord } from '../../../library/feeds/feed-view.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import { CopyButton } from '../../reading/copy-button.tsx'
import styles from '../desk/feed-page.module.css'

/** Where the column was written last, folder by folder. */
export function BuildList({ builds }: { readonly builds: readonly FeedBuildRecord[] }) {
  const { t } = useTranslation('feeds')
  const timeText = useTimeText()
  if (builds.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="builds-title">
      <h3 id="builds-title" className={styles.subheading}>
        {t('builds.title')}
      </h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('builds.folder')}</th>
              <th scope="col">{t('builds.issue')}</th>
              <th scope="col">{t('builds.at')}</th>
              <th scope="col">{t('builds.files')}</th>
              <th scope="col">{t('builds.manifest')}</th>
            </tr>
          </thead>
          <tbody>
            {builds.map((build) => (
              <tr key={build.out}>
                <td className={styles.path}>{build.out}</td>
                <td>{build.issue}</td>
                <td>{timeText(build.at)}</td>
                <td>{build.files}</td>
                <td>
                  <code title={build.manifest}>{build.manifest.slice(0, 10)}</code>{' '}
                  <CopyButton text={build.manifest} label={t('builds.copyManifest')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
