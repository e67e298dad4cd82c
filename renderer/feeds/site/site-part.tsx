import { useTranslation } from 'react-i18next'
import type { FeedView } from '../../../library/feeds/feed-view.ts'
import { useAbout } from '../../settings/use-about.ts'
import styles from '../desk/feed-page.module.css'
import { BuildList } from './build-list.tsx'
import { BuildSite } from './build-site.tsx'
import { DownloadSite } from './download-site.tsx'
import { VerifySite } from './verify-site.tsx'

/** Where the column is read: written into a folder or handed over as one file, and verified afterwards. */
export function SitePart({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const about = useAbout()
  const here = about.data !== undefined && about.data.shell !== 'serve'
  return (
    <div className={styles.stack}>
      <h2 className="visually-hidden">{t('parts.site')}</h2>
      {here && <BuildSite feed={feed} />}
      <DownloadSite feed={feed} alone={about.data !== undefined && !here} />
      {here && <BuildList builds={feed.builds} />}
      <VerifySite here={here} />
    </div>
  )
}
