import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedSheet } from '../../../library/templates/known/known-view.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import type { JobRunState } from '../../jobs/job-run.ts'
import { templateQuery } from '../../templates/template-queries.ts'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { uploadFile } from '../sheets/upload-file.ts'
import { useKept } from '../use-kept.ts'
import { BatchBegin } from './batch-begin.tsx'
import styles from './batch-page.module.css'
import { BatchResultSheet } from './batch-result.tsx'
import { BatchRunning } from './batch-running.tsx'
import { BatchSetUp } from './batch-set-up.tsx'
import { useBatchRun } from './use-batch-run.ts'

const route = getRouteApi('/templates/batch/$templateId')

/** `/templates/batch/ID`: a spreadsheet of rows into a document each. */
export function BatchPage() {
  const { t } = useTranslation('office')
  const { templateId } = route.useParams()
  const template = useQuery(templateQuery(templateId))
  return (
    <>
      <TemplatesTabs />
      <Page
        title={t('batch.title', { template: template.data?.title ?? '' })}
        lead={
          <Link to="/templates/$itemId" params={{ itemId: templateId }}>
            {t('batch.toTemplate')}
          </Link>
        }
      >
        {template.isPending && <LoadingNotice />}
        {template.isError && <ErrorNotice error={template.error} onRetry={() => void template.refetch()} />}
        {template.data && <BatchDesk template={template.data} />}
      </Page>
    </>
  )
}

/** The spreadsheet on the desk; it stays there while the person looks elsewhere. */
interface BatchSheet {
  readonly received?: ReceivedSheet | undefined
  readonly sheet: string
}

const NO_SHEET: BatchSheet = { sheet: '' }

function BatchDesk({ template }: { readonly template: TemplateView }) {
  const { run, state } = useBatchRun()
  const [{ received, sheet }, keep] = useKept<BatchSheet>(`batch ${template.itemId}`, NO_SHEET)
  const [receiving, setReceiving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const receive = (file: File) => {
    setReceiving(true)
    setError(null)
    uploadFile<ReceivedSheet>('/api/sheets', file)
      .then((answer) => {
        const first = answer.sheets.find(({ rows }) => rows > 0)
        keep(() => ({ received: answer, sheet: first?.name ?? '' }))
      }, setError)
      .finally(() => setReceiving(false))
  }
  if (state.kind === 'running') return <BatchRunning state={state} onCancel={() => void run.cancel()} />
  if ((state.kind === 'ended' || state.kind === 'failed') && !isOfAnother(state, template.itemId)) {
    return (
      <BatchResultSheet
        template={template}
        state={state}
        source={received && { upload: received.upload, sheet, file: received.file }}
        onAgain={() => {
          run.clear()
          keep(() => NO_SHEET)
        }}
      />
    )
  }
  const chosen = received?.sheets.find(({ name }) => name === sheet)
  return (
    <div className={styles.stack}>
      {error !== null && <ErrorNotice error={error} />}
      {received && chosen ? (
        <BatchSetUp
          key={`${received.upload} ${sheet}`}
          template={template}
          received={received}
          sheet={chosen}
          onSheet={(name) => keep((before) => ({ ...before, sheet: name }))}
          onOther={() => keep(() => NO_SHEET)}
          onStart={(body) => run.start('/api/batches', body)}
        />
      ) : (
        <BatchBegin template={template} busy={receiving} onFile={receive} />
      )}
    </div>
  )
}

/** The window's last batch was one of another template. */
function isOfAnother(state: JobRunState, templateId: string): boolean {
  const result = state.kind === 'ended' && state.job.type === 'fill-batch' ? state.job.result : undefined
  return result !== undefined && result.templateId !== templateId
}
