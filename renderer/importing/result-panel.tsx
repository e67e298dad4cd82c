import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportResult, JobView } from '../../library/jobs/job-view.ts'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { fileReason } from './file-reason.ts'
import { useImportDesk } from './import-desk-context.tsx'
import styles from './import-panels.module.css'
import { ResultTable } from './result-table.tsx'

/** What an import brought, and what a person should look at. */
export function ResultPanel({ job }: { readonly job: JobView }) {
  const { t } = useTranslation('importing')
  const desk = useImportDesk()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const result = job.type === 'import' ? job.result : undefined
  const ending = job.state === 'done' || job.state === 'cancelled' ? job.state : 'failed'
  return (
    <div className={styles.result}>
      <div className={styles.sheet} role="status">
        <h2 ref={heading} tabIndex={-1} className={styles.sheetTitle}>
          {t(`ended.${ending}`)}
        </h2>
        {ending === 'failed' && (
          <p>
            {job.error?.message} {t('failedSafe')}
          </p>
        )}
        {result && <Counts result={result} />}
        <div className={styles.actions}>
          <Button type="primary" onClick={() => desk.clear()}>
            {t('again')}
          </Button>
          <Link to="/library" className={styles.link}>
            {t('toLibrary')}
          </Link>
        </div>
      </div>
      {result && <Details result={result} />}
    </div>
  )
}

function Counts({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation('importing')
  const counts = {
    imported: result.imported,
    revised: result.revised,
    unchanged: result.unchanged,
    duplicates: result.duplicates.length,
    warnings: result.warnings.length,
    skipped: result.skipped.length,
  }
  return (
    <>
      <dl className={styles.counts}>
        {Object.entries(counts).map(([name, count]) => (
          <div key={name} className={count === 0 ? styles.zero : undefined}>
            <dt>{t(`counts.${name as keyof typeof counts}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>{t('seconds', { n: result.seconds.toFixed(1) })}</p>
    </>
  )
}

function Details({ result }: { readonly result: ImportResult }) {
  const { t, i18n } = useTranslation('importing')
  const told = (remarks: ImportResult['skipped']) =>
    remarks.map((remark) => ({ file: remark.file, text: fileReason(remark, i18n.language) }))
  return (
    <>
      <ResultTable title={t('skippedTitle')} says={t('reason')} rows={told(result.skipped)} />
      <ResultTable title={t('warningsTitle')} says={t('reason')} rows={told(result.warnings)} />
      <ResultTable
        title={t('duplicatesTitle')}
        says={t('sameAs')}
        rows={result.duplicates.map(({ file, sameAs }) => ({ file, text: sameAs }))}
      />
    </>
  )
}
