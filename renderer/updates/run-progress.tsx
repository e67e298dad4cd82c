import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { JobLine } from '../jobs/job-line.tsx'
import type { JobRunState } from '../jobs/job-run.ts'
import desk from '../publishing/publishing.module.css'

interface RunProgressProps {
  readonly state: Extract<JobRunState, { kind: 'running' }>
  readonly onCancel: () => void
}

/** What is being done, how far it is, and how to stop it. */
export function RunProgress({ state: { job, cancelling }, onCancel }: RunProgressProps) {
  const { t } = useTranslation('updates')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { type } = job
  const title =
    type === 'update' || type === 'roll-back' || type === 'verify-channel'
      ? t(`running.${type}`)
      : t('running.update-check')
  return (
    <section className={desk.sheet} aria-busy="true">
      <h2 ref={heading} tabIndex={-1} className={desk.heading}>
        {title}
      </h2>
      <JobLine job={job} />
      <p className={desk.muted}>{cancelling ? t('running.stopping') : t('running.safe')}</p>
      <Button disabled={cancelling} onClick={onCancel}>
        {t('running.stop')}
      </Button>
    </section>
  )
}
