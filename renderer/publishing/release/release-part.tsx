import { useTranslation } from 'react-i18next'
import type { JobView } from '../../../library/jobs/job-view.ts'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../publishing.module.css'
import { NextRelease } from './next-release.tsx'
import { PromoteDraft } from './promote-draft.tsx'
import { PublishProgress } from './publish-progress.tsx'
import { PublishResultPanel } from './publish-result.tsx'
import { useEndedTitle } from './use-ended-title.ts'
import { usePublishRun } from './use-publish-run.ts'

/** From what would change to what was published. */
export function ReleasePart({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const { run, state } = usePublishRun()
  const titleOf = useEndedTitle()
  const { draft, released } = channel
  const ended = state.kind === 'ended' && concerns(channel.id, state.job) ? state.job : undefined
  return (
    <div className={styles.stack}>
      <p className="visually-hidden" role="status">
        {state.kind === 'running' && t('release.running')}
        {ended && titleOf(ended)}
      </p>
      {state.kind === 'running' && <PublishProgress state={state} onCancel={() => void run.cancel()} />}
      {ended && (
        <PublishResultPanel
          job={ended}
          onClear={() => {
            run.clear()
            requestAnimationFrame(keepFocus)
          }}
        />
      )}
      {state.kind === 'failed' && <ErrorNotice error={state.error} onRetry={() => run.clear()} />}
      {state.kind !== 'running' && draft && draft.version > (released?.version ?? 0) && (
        <PromoteDraft
          channel={channel}
          draft={draft}
          run={run}
          title={t('release.promoteTitle', { version: draft.version })}
        />
      )}
      {state.kind !== 'running' && <NextRelease channel={channel} run={run} />}
    </div>
  )
}

/** Another channel's result is told at that channel; without a result it is told at both. */
const concerns = (channel: string, job: JobView) =>
  job.type !== 'publish' || job.result === undefined || job.result.channel === channel
