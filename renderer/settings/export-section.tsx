import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobView } from '../../library/jobs/job-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { runJob } from '../service/run-job.ts'
import styles from './section.module.css'
import { Section } from './section.tsx'

/** Writes everything in open formats; the desktop shell asks for the folder, a browser window for its path. */
export function ExportSection() {
  const { t } = useTranslation('settings')
  const fieldId = useId()
  const [directory, setDirectory] = useState('')
  const [progress, setProgress] = useState<JobView['progress']>()
  const exporting = useMutation({
    mutationFn: (folder: string) =>
      runJob('/api/exports', { body: { directory: folder }, onProgress: (job) => setProgress(job.progress) }),
  })
  const { xinhuo } = window
  const chooseAndExport = async () => {
    const folder = await xinhuo?.chooseFolder()
    if (folder) exporting.mutate(folder)
  }
  const result = exporting.data?.type === 'export' ? exporting.data.result : undefined
  return (
    <Section title={t('export')}>
      <p className={styles.lead}>{t('exportLead')}</p>
      {xinhuo ? (
        <Button disabled={exporting.isPending} onClick={() => void chooseAndExport()}>
          {t('exportChoose')}
        </Button>
      ) : (
        <>
          <div className={styles.field}>
            <label htmlFor={fieldId}>{t('exportFolder')}</label>
            <Input
              id={fieldId}
              value={directory}
              placeholder={t('exportFolderHint')}
              onChange={(event) => setDirectory(event.target.value)}
            />
          </div>
          <Button
            disabled={directory.trim() === '' || exporting.isPending}
            onClick={() => exporting.mutate(directory.trim())}
          >
            {t('exportStart')}
          </Button>
        </>
      )}
      <span role="status">
        {exporting.isPending && progress && t('exporting', { done: progress.done, total: progress.total })}
        {result && t('exported', { ...result })}
      </span>
      {exporting.isError && <ErrorNotice error={exporting.error} />}
    </Section>
  )
}
