import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfferedChange, OfferedComparison } from '../../library/updates/update-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import styles from '../publishing/release/change-dialog.module.css'
import { comparedChange } from '../publishing/release/compared-change.ts'
import { ComparisonView } from '../reading/comparison-view.tsx'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

interface OfferedComparisonDialogProps {
  readonly channel: string
  readonly change: OfferedChange | undefined
  readonly onClose: () => void
}

/** One item of an update, clause by clause. */
export function OfferedComparisonDialog({ channel, change, onClose }: OfferedComparisonDialogProps) {
  const { t } = useTranslation('updates')
  const title = change ? t('offer.comparisonOf', { title: change.title }) : ''
  return (
    <Dialog open={change !== undefined} title={title} onClose={onClose} wide>
      {change && <Compared channel={channel} itemId={change.itemId} />}
    </Dialog>
  )
}

function Compared({ channel, itemId }: { readonly channel: string; readonly itemId: string }) {
  const path = `/api/updates/offers/${encodeURIComponent(channel)}/items/${encodeURIComponent(itemId)}`
  const comparison = useQuery({
    queryKey: [...queryKeys.offers, channel, itemId],
    queryFn: ({ signal }) => request<OfferedComparison>('GET', path, { signal }),
    retry: false,
  })
  if (comparison.isError) return <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
  if (!comparison.data) return <LoadingNotice />
  return (
    <div className={styles.comparison}>
      {/* What is offered is not in the library yet: only what it takes the place of can be opened. */}
      <ComparisonView comparison={{ ...comparedChange(comparison.data), to: { revision: undefined } }} />
    </div>
  )
}
