import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { JobLine } from '../../jobs/job-line.tsx'
import type { JobRunState } from '../../jobs/job-run.ts'
import styles from './batch-page.module.css'

interface BatchRunningProps {
  readonly state: Extract<JobRunState, { kind: 'running' }>
  readonly onCancel: () => void
}

/** How far the batch is, and how to stop it. */
export function BatchRunning({ state: { job, cancelling }, onCancel }: BatchRunningProps) {
  const { t } = useTranslation('office')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  return (
    <section className={styles.sheet} aria-busy="true">
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('batch.running')}
      </h2>
      <JobLine job={job} />
      <p className={styles.muted}>{cancelling ? t('batch.stopping') : t('batch.runningHint')}</p>
      <div className={styles.actions}>
        <Button disabled={cancelling} onClick={onCancel}>
          {t('batch.stop')}
        </Button>
      </div>
    </section>
  )
}
