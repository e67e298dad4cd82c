import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeedView } from '../../../library/feeds/feed-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { send } from '../../service/client.ts'
import styles from '../desk/feed-page.module.css'
import { feedRoute } from '../feed-queries.ts'

interface DownloadSiteProps {
  readonly feed: FeedView
  /** The folders would be another machine's: this is the only way. */
  readonly alone: boolean
}

/** The whole site as one zip, for whoever sits at another machine or sends it on. */
export function DownloadSite({ feed, alone }: DownloadSiteProps) {
  const { t } = useTranslation('feeds')
  const download = useMutation({
    mutationFn: async () => {
      const answer = await send('GET', feedRoute(feed.id, '/site.zip'))
      const name = t('download.name', { title: feed.title, issue: feed.issue })
      saveFile(await answer.blob(), name)
      return name
    },
  })
  return (
    <section className={styles.sheet} aria-labelledby="download-title">
      <h3 id="download-title" className={styles.subheading}>
        {t('download.title')}
      </h3>
      <p className={styles.muted}>{t(alone ? 'download.leadAlone' : 'download.lead')}</p>
      <Button loading={download.isPending} disabled={feed.issue === 0} onClick={() => download.mutate()}>
        {t('download.start')}
      </Button>
      <p role="status" className={styles.muted}>
        {download.data && t('download.saved', { name: download.data })}
      </p>
      {download.isError && <ErrorNotice error={download.error} />}
    </section>
  )
}
