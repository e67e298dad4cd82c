import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PassageChange } from '../../library/items/item-view.ts'
import type { ConflictComparison, TextConflict } from '../../library/updates/update-view.ts'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import desk from '../publishing/publishing.module.css'
import { comparedChange } from '../publishing/release/compared-change.ts'
import { ComparisonView } from '../reading/comparison-view.tsx'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import styles from './updates.module.css'

interface ConflictDialogProps {
  readonly conflict: TextConflict | undefined
  readonly onChoose: (choice: 'own' | 'channel') => void
  readonly onClose: () => void
}

/** What the person changed and what the channel changed, both against the text they began from. */
export function ConflictDialog({ conflict, onChoose, onClose }: ConflictDialogProps) {
  return (
    <Dialog open={conflict !== undefined} title={conflict?.title ?? ''} onClose={onClose} wide>
      {conflict && <ThreeTexts itemId={conflict.itemId} onChoose={onChoose} />}
    </Dialog>
  )
}

interface ThreeTextsProps {
  readonly itemId: string
  readonly onChoose: (choice: 'own' | 'channel') => void
}

function ThreeTexts({ itemId, onChoose }: ThreeTextsProps) {
  const { t } = useTranslation('updates')
  const texts = useQuery({
    queryKey: [...queryKeys.conflicts, itemId],
    queryFn: ({ signal }) =>
      request<ConflictComparison>('GET', `/api/updates/conflicts/${encodeURIComponent(itemId)}`, { signal }),
    retry: false,
  })
  if (texts.isError) return <ErrorNotice error={texts.error} />
  if (!texts.data) return <LoadingNotice />
  const { ownChanges, offeredChanges, base } = texts.data
  return (
    <>
      {base === undefined && <p className={desk.muted}>{t('conflicts.noBase')}</p>}
      <div className={styles.pair}>
        {base !== undefined && <Changes title={t('conflicts.mine')} itemId={itemId} passages={ownChanges} />}
        <Changes title={t('conflicts.offered')} itemId={itemId} passages={offeredChanges} />
      </div>
      <p className={desk.actions}>
        <Button onClick={() => onChoose('own')}>{t('conflicts.own')}</Button>
        <Button onClick={() => onChoose('channel')}>{t('conflicts.theirs')}</Button>
      </p>
    </>
  )
}

interface ChangesProps {
  readonly title: string
  readonly itemId: string
  readonly passages: readonly PassageChange[]
}

function Changes({ title, itemId, passages }: ChangesProps) {
  return (
    <section aria-label={title}>
      <h3 className={desk.subheading}>{title}</h3>
      <ComparisonView comparison={comparedChange({ itemId, passages })} />
    </section>
  )
}
