import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../design/error-notice.tsx'
import { FolderField } from './folder-field.tsx'
import styles from './publishing.module.css'
import { useOpenChannel } from './use-published-channels.ts'

/** Takes up a publisher's folder that exists already. */
export function OpenFolder() {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  const open = useOpenChannel()
  const [folder, setFolder] = useState('')
  const start = () =>
    open.mutate(folder.trim(), {
      onSuccess: (channel) => void navigate({ to: '/publishing', search: { channel: channel.id } }),
    })
  return (
    <section className={styles.sheet} aria-labelledby="open-title">
      <h2 id="open-title" className={styles.heading}>
        {t('openTitle')}
      </h2>
      <p className={styles.muted}>{t('openLead')}</p>
      <FolderField label={t('folder')} value={folder} onChange={setFolder} />
      {open.isError && <ErrorNotice error={open.error} />}
      <Button disabled={folder.trim() === '' || open.isPending} onClick={start}>
        {t('open')}
      </Button>
    </section>
  )
}
