import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import type { JobRunState } from '../jobs/job-run.ts'
import desk from '../publishing/publishing.module.css'
import { ServiceError } from '../service/service-error.ts'
import { TouchedList } from './touched-list.tsx'
import { VerificationResult } from './verification-result.tsx'

interface RunResultProps {
  readonly state: Extract<JobRunState, { kind: 'ended' | 'failed' }>
  readonly onRetry: (() => void) | undefined
  /** Fetches what a verification found damaged. */
  readonly onRepair: (channel: string, from: string | undefined) => void
  readonly onClose: () => void
}

/** How an update, a change of version or a verification ended. */
export function RunResult({ state, onRetry, onRepair, onClose }: RunResultProps) {
  const { t } = useTranslation('updates')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  if (state.kind === 'failed') return <ErrorNotice error={state.error} onRetry={onRetry} />
  const { job } = state
  if (job.state === 'failed') {
    const error = new ServiceError({ code: job.error?.code ?? 'JOB_FAILED', what: job.error?.message ?? '' }, 200)
    return <ErrorNotice error={error} onRetry={onRetry} />
  }
  if (job.state === 'cancelled') {
    return (
      <section className={desk.sheet}>
        <p role="status">{t('running.cancelled')}</p>
        <Button onClick={onClose}>{t('done.ok')}</Button>
      </section>
    )
  }
  if (job.type === 'verify-channel' && job.result) {
    const { result } = job
    const repair = (from: string | undefined) => onRepair(result.channel, from)
    return <VerificationResult result={result} onRepair={repair} onClose={onClose} />
  }
  if ((job.type !== 'update' && job.type !== 'roll-back') || !job.result) return null
  const { touched, conflicts } = job.result
  return (
    <section className={desk.sheet}>
      <h2 ref={heading} tabIndex={-1} className={desk.heading}>
        {t('done.title', { title: job.result.title, version: job.result.version })}
      </h2>
      <p role="status">{t('done.counts', { ...job.result, seconds: job.result.seconds.toFixed(1) })}</p>
      {conflicts > 0 && <p>{t('done.conflicts', { n: conflicts })}</p>}
      {touched.length > 0 && (
        <>
          <p>{t('done.touched', { n: touched.length })}</p>
          <TouchedList touched={touched} />
        </>
      )}
      <Button type="primary" onClick={onClose}>
        {t('done.ok')}
      </Button>
    </section>
  )
}
