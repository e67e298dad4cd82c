import { useTranslation } from 'react-i18next'
import type { OfferedChange } from '../../../library/updates/update-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { ComparisonView } from '../../reading/comparison-view.tsx'
import styles from './change-dialog.module.css'
import { comparedChange } from './compared-change.ts'
import { type Stage, usePreviewComparison } from './use-preview.ts'

interface ChangeDialogProps {
  readonly channel: string
  readonly stage: Stage
  readonly change: OfferedChange | undefined
  readonly onClose: () => void
}

/** What a release changes in one item, passage by passage, as readers will see it. */
export function ChangeDialog({ channel, stage, change, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('publishing')
  return (
    <Dialog
      open={change !== undefined}
      title={change ? t('release.compareTitle', { title: change.title }) : ''}
      onClose={onClose}
      wide
    >
      {change && <Compared channel={channel} stage={stage} itemId={change.itemId} />}
    </Dialog>
  )
}

interface ComparedProps {
  readonly channel: string
  readonly stage: Stage
  readonly itemId: string
}

function Compared({ channel, stage, itemId }: ComparedProps) {
  const comparison = usePreviewComparison(channel, stage, itemId)
  if (comparison.isError) return <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
  if (!comparison.data) return <LoadingNotice />
  return (
    <div className={styles.comparison}>
      <ComparisonView comparison={comparedChange(comparison.data)} />
    </div>
  )
}
