import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { useTimeText } from '../design/use-time-text.ts'
import { ExportDialog } from './export-dialog.tsx'
import styles from './feedback.module.css'
import { ReportDialog } from './report-dialog.tsx'
import { ReportFacts } from './report-facts.tsx'
import { useDiscard } from './use-discard.tsx'
import { useChangeReport } from './use-reports.ts'

/** What is written and has not left; it can be changed until then. */
export function DraftList({ drafts }: { readonly drafts: readonly Report[] }) {
  const { t } = useTranslation('feedback')
  const [exporting, setExporting] = useState(false)
  const [writing, setWriting] = useState(false)
  return (
    <section aria-labelledby="drafts-title">
      <div className={styles.head}>
        <h2 id="drafts-title" className={styles.title}>
          {t('drafts.title')}
        </h2>
        <span className={styles.foot}>
          <Button onClick={() => setWriting(true)}>{t('write.open')}</Button>
          {drafts.length > 0 && (
            <Button type="primary" onClick={() => setExporting(true)}>
              {t('drafts.export')}
            </Button>
          )}
        </span>
      </div>
      {drafts.length === 0 ? (
        <EmptyNotice title={t('drafts.emptyTitle')}>
          <p>{t('drafts.empty')}</p>
        </EmptyNotice>
      ) : (
        <ul className={styles.list}>
          {drafts.map((report) => (
            <DraftRow key={report.id} report={report} />
          ))}
        </ul>
      )}
      <ExportDialog open={exporting} reports={drafts} again={false} onClose={() => setExporting(false)} />
      <ReportDialog open={writing} onClose={() => setWriting(false)} />
    </section>
  )
}

function DraftRow({ report }: { readonly report: Report }) {
  const { t } = useTranslation('feedback')
  const timeText = useTimeText()
  const discard = useDiscard()
  const [editing, setEditing] = useState(false)
  const { number } = report
  return (
    <li className={styles.entry}>
      <p className={styles.facts}>
        <span className={styles.number}>{number}</span>
        <span>{t(`kind.${report.kind}`)}</span>
        <span>{t('written', { time: timeText(report.createdAt) })}</span>
      </p>
      <ReportFacts report={report} />
      {editing ? (
        <DraftForm report={report} onClose={() => setEditing(false)} />
      ) : (
        <>
          <p className={styles.text}>{report.text}</p>
          <div className={styles.foot}>
            <Button size="small" aria-label={t('drafts.editOf', { number })} onClick={() => setEditing(true)}>
              {t('drafts.edit')}
            </Button>
            <Button
              type="text"
              size="small"
              aria-label={t('drafts.removeOf', { number })}
              disabled={discard.isPending}
              onClick={() => discard.mutate(report)}
            >
              {t('drafts.remove')}
            </Button>
          </div>
        </>
      )}
    </li>
  )
}

function DraftForm({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const { t } = useTranslation('feedback')
  const [text, setText] = useState(report.text)
  const change = useChangeReport()
  const save = () => change.mutate({ id: report.id, text: text.trim() }, { onSuccess: onClose })
  return (
    <div className={styles.form}>
      <Input.TextArea
        aria-label={t('write.text')}
        value={text}
        maxLength={5000}
        autoSize={{ minRows: 3, maxRows: 12 }}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <div className={styles.foot}>
        <Button type="primary" size="small" disabled={text.trim() === '' || change.isPending} onClick={save}>
          {t('write.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('write.giveUp')}
        </Button>
      </div>
      {change.isError && <ErrorNotice error={change.error} onRetry={save} />}
    </div>
  )
}
