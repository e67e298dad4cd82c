import { Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import type { JobRun } from '../../jobs/job-run.ts'
import styles from '../publishing.module.css'
import { ReleasePreviewSheet } from './release-preview.tsx'
import { type Stage, usePreview } from './use-preview.ts'

const stages = ['draft', 'released'] as const satisfies readonly Stage[]

interface NextReleaseProps {
  readonly channel: PublishedChannel
  readonly run: JobRun
}

/** What the next version would bring, for those who look first or for everybody. */
export function NextRelease({ channel, run }: NextReleaseProps) {
  const { t } = useTranslation('publishing')
  const id = useId()
  const [stage, setStage] = useState<Stage>('released')
  const preview = usePreview(channel.id, stage)
  return (
    <section className={styles.sheet} aria-labelledby="release-title">
      <h2 id="release-title" className={styles.heading}>
        {preview.data ? t('release.previewTitle', { version: preview.data.nextVersion }) : t('release.title')}
      </h2>
      <div className={styles.actions}>
        <span id={id}>{t('release.stage')}</span>
        <Segmented<Stage>
          aria-labelledby={id}
          value={stage}
          onChange={setStage}
          options={stages.map((value) => ({ value, label: t(`release.stages.${value}`) }))}
        />
      </div>
      <p className={styles.hint}>{t(`release.stageHint.${stage}`)}</p>
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <LoadingNotice />}
      {preview.data && preview.data.items === 0 && preview.data.changes.length === 0 && (
        <>
          <p>{t('release.empty')}</p>
          <p className={styles.muted}>{t('release.emptyHint')}</p>
        </>
      )}
      {preview.data && !preview.isPlaceholderData && (preview.data.items > 0 || preview.data.changes.length > 0) && (
        <ReleasePreviewSheet key={stage} channel={channel} stage={stage} preview={preview.data} run={run} />
      )}
    </section>
  )
}
