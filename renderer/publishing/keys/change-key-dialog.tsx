import { useTranslation } from 'react-i18next'
import type { PublishedChannel, PublisherKey } from '../../../library/updates/publishing/publishing-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ChangeKeyForm } from './change-key-form.tsx'

/** A key and what is to be done with it: replaced as planned, or because it no longer can be trusted. */
export interface KeyWork {
  readonly changed: PublisherKey
  readonly how: 'rotate' | 'revoke'
}

interface ChangeKeyDialogProps {
  readonly channel: PublishedChannel
  readonly work: KeyWork | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

export function ChangeKeyDialog({ channel, work, onDone, onClose }: ChangeKeyDialogProps) {
  const { t } = useTranslation('publishing')
  const title = work
    ? t(work.how === 'rotate' ? 'key.rotateTitle' : 'key.revokeTitle', { name: work.changed.name })
    : ''
  return (
    <Dialog open={work !== undefined} title={title} onClose={onClose}>
      {work && <ChangeKeyForm channel={channel} work={work} onDone={onDone} onClose={onClose} />}
    </Dialog>
  )
}
