import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../library/settings/settings.schema.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import styles from './section.module.css'
import { Section } from './section.tsx'

interface ReadingSectionProps {
  readonly settings: Settings
  readonly onChange: (settings: Settings) => void
}

export function ReadingSection({ settings, onChange }: ReadingSectionProps) {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const clear = useMutation({
    mutationFn: () => request('DELETE', '/api/recent'),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.recent }),
        client.invalidateQueries({ queryKey: queryKeys.home }),
      ]),
  })
  return (
    <Section title={t('reading')}>
      <div className={styles.switch}>
        <Checkbox
          checked={settings.keepRecent}
          onChange={(event) => onChange({ ...settings, keepRecent: event.target.checked })}
        >
          {t('keepRecent')}
        </Checkbox>
        <span className={styles.hint}>{t('keepRecentHint')}</span>
      </div>
      <div className={styles.actions}>
        <Button onClick={() => clear.mutate()} disabled={clear.isPending}>
          {t('clearRecent')}
        </Button>
        <span role="status">{clear.isSuccess ? t('cleared') : ''}</span>
      </div>
      {clear.isError && <ErrorNotice error={clear.error} onRetry={() => clear.mutate()} />}
    </Section>
  )
}
