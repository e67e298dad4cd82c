import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from '../publishing.module.css'
import { NextRelease } from './next-release.tsx'
import { PromoteDraft } from './promote-draft.tsx'
import { PublishProgress } from './publish-progress.tsx'
import { PublishResultPanel } from './publish-result.tsx'
import { usePublishRun } from './use-publish-run.ts'

/** From what would change to what was published. */
export function ReleasePart({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const { run, state } = usePublishRun()
  if (state.kind === 'running') return <PublishProgress state={state} onCancel={() => void run.cancel()} />
  const { draft, released } = channel
  return (
    <div className={styles.stack}>
      {state.kind === 'ended' && <PublishResultPanel job={state.job} onClear={() => run.clear()} />}
      {state.kind === 'failed' && <ErrorNotice error={state.error} onRetry={() => run.clear()} />}
      {draft && draft.version > (released?.version ?? 0) && (
        <PromoteDraft
          channel={channel}
          draft={draft}
          run={run}
          title={t('release.promoteTitle', { version: draft.version })}
        />
      )}
      <NextRelease channel={channel} run={run} />
    </div>
  )
}
