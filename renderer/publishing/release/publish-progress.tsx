import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import type { JobRunState } from '../../jobs/job-run.ts'
import styles from '../publishing.module.css'

interface PublishProgressProps {
  readonly state: Extract<JobRunState, { kind: 'running' }>
  readonly onCancel: () => void
}

export function PublishProgress({ state: { job, cancelling }, onCancel }: PublishProgressProps) {
  const { t } = useTranslation('publishing')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { done, total, label } = job.progress
  return (
    <section className={styles.sheet}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('release.running')}
      </h2>
      <Progress
        percent={total > 0 ? Math.floor((100 * done) / total) : 0}
        status="normal"
        showInfo={false}
        aria-label={t('release.running')}
      />
      <p className={styles.actions}>
        <span>{label}</span>
        <span className={styles.muted}>{total > 0 ? `${done} / ${total}` : ''}</span>
      </p>
      <p className={styles.muted}>{cancelling ? t('release.stopping') : t('release.keepsGoing')}</p>
      <Button disabled={cancelling} onClick={onCancel}>
        {t('release.stop')}
      </Button>
    </section>
  )
}
