import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { sizeText } from '../design/size-text.ts'
import { useTimeText } from '../design/use-time-text.ts'
import styles from './section.module.css'
import { type Backup, useBackups } from './use-backups.ts'

interface BackupTableProps {
  readonly disabled: boolean
  readonly onRestore: (backup: Backup) => void
}

export function BackupTable({ disabled, onRestore }: BackupTableProps) {
  const { t } = useTranslation('settings')
  const backups = useBackups()
  const timeText = useTimeText()
  if (backups.isPending) return <LoadingNotice />
  if (backups.isError) return <ErrorNotice error={backups.error} onRetry={() => void backups.refetch()} />
  if (backups.data.length === 0) return <p className={styles.lead}>{t('noBackups')}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('backupTime')}</th>
          <th scope="col">{t('backupSize')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('restore')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.data.map((backup) => (
          <tr key={backup.name}>
            <td>{timeText(backup.createdAt)}</td>
            <td>{sizeText(backup.bytes)}</td>
            <td>
              <Button
                type="link"
                size="small"
                disabled={disabled}
                aria-label={t('restoreOf', { time: timeText(backup.createdAt) })}
                onClick={() => onRestore(backup)}
              >
                {t('restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
