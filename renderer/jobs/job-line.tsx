import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../../library/jobs/job-view.ts'
import styles from './job-line.module.css'

/** One piece of long work: what it is, how far, and what it is at. */
export function JobLine({ job }: { readonly job: JobView }) {
  const { t } = useTranslation()
  const { done, total, label } = job.progress
  const name = t(`job.${job.type}`)
  return (
    <div className={styles.line}>
      <span className={styles.name}>{name}</span>
      <span className={styles.label}>{job.state === 'queued' ? t('job.queued') : label}</span>
      <span>{total > 0 ? `${done} / ${total}` : ''}</span>
      <Progress
        className={styles.bar ?? ''}
        percent={total > 0 ? Math.floor((100 * done) / total) : 0}
        showInfo={false}
        size="small"
        status="normal"
        aria-label={name}
      />
    </div>
  )
}
