import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { usePublishedChannels } from '../publishing/use-published-channels.ts'
import { useAbout } from '../settings/use-about.ts'
import styles from './feedback.module.css'
import { usePutAnswers, useSaveAnswers } from './use-received.ts'

/** How answers get into a channel: into the folder of one that is published here, or as a file for one elsewhere. */
export function HandOverAnswers() {
  const { t } = useTranslation('feedback')
  const about = useAbout()
  // Visitors of a server publish nothing from here.
  const channels = usePublishedChannels(about.data !== undefined && about.data.shell !== 'serve')
  const put = usePutAnswers()
  const save = useSaveAnswers()
  const isBusy = put.isPending || save.isPending
  return (
    <div className={styles.handOver}>
      <p className={styles.aside}>{t('received.exportHint')}</p>
      <div className={styles.foot}>
        {channels.data?.map(({ id, title, directory }) => (
          <Button key={id} disabled={isBusy} onClick={() => put.mutate({ title, directory })}>
            {t('received.put', { channel: title })}
          </Button>
        ))}
        <Button disabled={isBusy} onClick={() => save.mutate()}>
          {t('received.export')}
        </Button>
      </div>
      <p role="status">
        {put.data && t('received.putDone', { n: put.data.answers, channel: put.variables?.title ?? '' })}
      </p>
      {put.isError && <ErrorNotice error={put.error} />}
      {save.isError && <ErrorNotice error={save.error} />}
    </div>
  )
}
