import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../library/settings/settings.schema.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { useTimeText } from '../design/use-time-text.ts'
import { BackupTable } from './backup-table.tsx'
import styles from './section.module.css'
import { Section } from './section.tsx'
import { type Backup, useBackUp, useRestore } from './use-backups.ts'

interface BackupSectionProps {
  readonly settings: Settings
  readonly onChange: (settings: Settings) => void
}

export function BackupSection({ settings, onChange }: BackupSectionProps) {
  const { t } = useTranslation('settings')
  const timeText = useTimeText()
  const backUp = useBackUp()
  const restore = useRestore()
  const [chosen, setChosen] = useState<Backup>()
  return (
    <Section title={t('backups')}>
      <p className={styles.lead}>{t('backupsLead')}</p>
      <Checkbox
        checked={settings.dailyBackup}
        onChange={(event) => onChange({ ...settings, dailyBackup: event.target.checked })}
      >
        {t('dailyBackup')}
      </Checkbox>
      <div className={styles.actions}>
        <Button onClick={() => backUp.mutate()} disabled={backUp.isPending}>
          {t('backUpNow')}
        </Button>
        <span role="status">
          {backUp.isPending && t('backingUp')}
          {backUp.isSuccess && t('backedUp')}
          {restore.data && t('restored', { name: restore.data.keptAside })}
        </span>
      </div>
      {backUp.isError && <ErrorNotice error={backUp.error} onRetry={() => backUp.mutate()} />}
      {restore.isError && <ErrorNotice error={restore.error} />}
      <BackupTable disabled={restore.isPending} onRestore={setChosen} />
      <ConfirmDialog
        open={chosen !== undefined}
        title={chosen ? t('restoreTitle', { time: timeText(chosen.createdAt) }) : ''}
        text={t('restoreLead')}
        confirm={t('restoreConfirm')}
        refuse={t('cancel')}
        onConfirm={() => chosen && restore.mutate(chosen)}
        onClose={() => setChosen(undefined)}
      />
    </Section>
  )
}
