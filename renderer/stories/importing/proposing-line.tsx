import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { JobLine } from '../../jobs/job-line.tsx'
import { SendingLine } from '../sending-line.tsx'
import styles from './importing.module.css'
import type { Proposing } from './use-proposing.ts'

/** How far reading stories is, and the way to stop it. */
export function ProposingLine({ state, onCancel }: { readonly state: Proposing; readonly onCancel: () => void }) {
  const { t } = useTranslation('stories')
  if (state.kind === 'no') return null
  if (state.kind === 'sending') return <SendingLine fraction={state.fraction} onCancel={onCancel} />
  return (
    <div className={styles.reading}>
      <JobLine job={state.job} />
      <Button size="small" disabled={state.cancelling} onClick={onCancel}>
        {t('sending.cancel')}
      </Button>
    </div>
  )
}
