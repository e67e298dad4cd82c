import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAfter } from '../design/use-after.ts'
import styles from './sending-line.module.css'

interface SendingLineProps {
  /** From 0 to 1; 1 while the service works on what it got. */
  readonly fraction: number
  readonly onCancel: () => void
}

/** How far files are on their way, once that takes longer than a moment. */
export function SendingLine({ fraction, onCancel }: SendingLineProps) {
  const { t } = useTranslation('stories')
  const shown = useAfter(400)
  if (!shown) return null
  return (
    <div className={styles.line}>
      <p role="status">{t(fraction < 1 ? 'sending.sending' : 'sending.reading')}</p>
      <Progress
        percent={Math.round(fraction * 100)}
        showInfo={false}
        status={fraction < 1 ? 'normal' : 'active'}
        aria-label={t('sending.label')}
      />
      <Button size="small" onClick={onCancel}>
        {t('sending.cancel')}
      </Button>
    </div>
  )
}
