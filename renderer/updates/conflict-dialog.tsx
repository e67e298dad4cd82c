import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConflictComparison, TextConflict } from '../../library/updates/update-view.ts'
import styles from '../design/dialog.module.css'
import { Dialog } from '../design/dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { ConflictTexts } from './conflict-texts.tsx'

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
  const { choice } = texts.data
  return (
    <>
      <ConflictTexts comparison={texts.data} />
      <div className={styles.actions}>
        <Button aria-pressed={choice === 'own'} onClick={() => onChoose('own')}>
          {t('conflicts.own')}
        </Button>
        <Button aria-pressed={choice === 'channel'} onClick={() => onChoose('channel')}>
          {t('conflicts.theirs')}
        </Button>
      </div>
    </>
  )
}
