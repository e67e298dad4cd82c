import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchResult } from '../../../library/templates/batch/batch-view.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { saveFile } from '../../feedback/save-file.ts'
import type { JobRunState } from '../../jobs/job-run.ts'
import { request, send } from '../../service/client.ts'
import { ServiceError } from '../../service/service-error.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import styles from './batch-page.module.css'
import { FailedRows } from './failed-rows.tsx'
import { mendingSheet, type SourceRows } from './mending-sheet.ts'
import { WarnedRows } from './warned-rows.tsx'

interface BatchResultSheetProps {
  readonly template: TemplateView
  readonly state: Extract<JobRunState, { kind: 'ended' | 'failed' }>
  /** Where the rows came from, while this window still knows. */
  readonly source: { readonly upload: string; readonly sheet: string; readonly file: string } | undefined
  readonly onAgain: () => void
}

/** What a batch made, what it could not make and why, and the way to mend only that. */
export function BatchResultSheet({ template, state, source, onAgain }: BatchResultSheetProps) {
  const { t } = useTranslation('office')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const [error, setError] = useState<unknown>(null)
  const job = state.kind === 'ended' ? state.job : undefined
  const result: BatchResult | undefined = job?.type === 'fill-batch' ? job.result : undefined
  const broken =
    state.kind === 'failed'
      ? state.error
      : job?.state === 'failed'
        ? new ServiceError({ code: job.error?.code ?? 'JOB_FAILED', what: job.error?.message ?? '' }, 200)
        : undefined
  const attempt = (step: Promise<unknown>) => {
    setError(null)
    step.catch(setError)
  }
  const download = async () => {
    const response = await send('GET', `/api/batches/${encodeURIComponent(job?.id ?? '')}/archive`)
    saveFile(await response.blob(), t('batch.zipFile', { title: template.title }))
  }
  const saveFailed = async (failed: BatchResult['failed']) => {
    const rows = source
      ? await request<SourceRows>('POST', `/api/sheets/${encodeURIComponent(source.upload)}/rows`, {
          body: { sheet: source.sheet, rows: failed.map(({ row }) => row).filter((row) => row > 0) },
        })
      : undefined
    const { headings, lines } = mendingSheet(failed, rows, {
      reason: t('batch.reason'),
      row: t('batch.row'),
      name: t('batch.name'),
    })
    await writeSheet(headings, lines, t('batch.failedFile', { title: template.title }))
  }
  const inFolder = result !== undefined && result.directory !== '' && window.xinhuo !== undefined
  return (
    <div className={styles.stack}>
      <section className={styles.sheet}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {result
            ? t(result.cancelled ? 'batch.cancelled' : result.failed.length > 0 ? 'batch.partly' : 'batch.done', {
                made: result.made,
                failed: result.failed.length,
              })
            : t(broken === undefined ? 'batch.cancelledPlain' : 'batch.broken')}
        </h2>
        {broken !== undefined && <ErrorNotice error={broken} />}
        {result && (
          <p className={styles.muted}>
            {t('batch.facts', { seconds: result.seconds.toFixed(1), ledger: result.ledger })}
            {inFolder && ` ${t('batch.inFolder', { folder: result.directory })}`}
          </p>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.actions}>
          {result && result.made > 0 && !inFolder && (
            <Button type="primary" onClick={() => attempt(download())}>
              {t('batch.download', { n: result.made })}
            </Button>
          )}
          {result && result.failed.length > 0 && (
            <Button onClick={() => attempt(saveFailed(result.failed))}>
              {t('batch.saveFailed', { n: result.failed.length })}
            </Button>
          )}
          <Button onClick={onAgain}>{t('batch.again')}</Button>
          {result && result.made > 0 && job && (
            <Link to="/templates/mine" search={{ batch: job.id }}>
              {t('batch.toMine')}
            </Link>
          )}
        </div>
        {result && result.failed.length > 0 && <p className={styles.muted}>{t('batch.mendHint')}</p>}
      </section>
      {result && <FailedRows failed={result.failed} />}
      {result && <WarnedRows warned={result.warned} />}
    </div>
  )
}
