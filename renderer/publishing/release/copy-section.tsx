import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RepositoryCopy } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { sizeText } from '../../design/size-text.ts'
import { request } from '../../service/client.ts'
import { FolderField } from '../folder-field.tsx'
import styles from '../publishing.module.css'
import { carriedFolder } from './carried-folder.ts'
import type { Stage } from './use-preview.ts'

interface CopySectionProps {
  readonly channel: string
  readonly stage: Stage
  /** The repository's folder. */
  readonly from: string
}

/** Copies what was published to a stick or shared folder; again and again, only what is missing there. */
export function CopySection({ channel, stage, from }: CopySectionProps) {
  const { t } = useTranslation('publishing')
  const [folder, setFolder] = useState('')
  const to = carriedFolder(folder, channel, stage)
  const copy = useMutation({
    mutationFn: () => request<RepositoryCopy>('POST', '/api/publishing/at/copy', { body: { from, to } }),
  })
  return (
    <div className={styles.compose}>
      <FolderField
        label={t('release.copyTo')}
        value={folder}
        onChange={setFolder}
        hint={folder.trim() === '' ? undefined : t('release.copyInto', { folder: to })}
      />
      <div className={styles.actions}>
        <Button disabled={folder.trim() === '' || copy.isPending} onClick={() => copy.mutate()}>
          {t('release.copyStart')}
        </Button>
        <span role="status">
          {copy.isPending && t('release.copying')}
          {copy.data &&
            !copy.isPending &&
            t('release.copied', { to: copy.data.to, files: copy.data.files, size: sizeText(copy.data.bytes) })}
        </span>
      </div>
      {copy.isError && <ErrorNotice error={copy.error} onRetry={() => copy.mutate()} />}
    </div>
  )
}
