import { useTranslation } from 'react-i18next'
import type { JobView } from '../../../library/jobs/job-view.ts'

/** How a release ended, in one line. */
export function useEndedTitle(): (job: JobView) => string {
  const { t } = useTranslation('publishing')
  return (job) => {
    const result = job.type === 'publish' ? job.result : undefined
    const ending = job.state === 'done' || job.state === 'cancelled' ? job.state : 'failed'
    return t(`release.ended.${ending}`, {
      version: result?.version ?? '',
      stage: result ? t(`release.stages.${result.stage}`) : '',
    })
  }
}
