import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import { useTimeText } from '../design/use-time-text.ts'
import { ExportDialog } from './export-dialog.tsx'
import styles from './feedback.module.css'
import { ReportFacts } from './report-facts.tsx'
import { useDiscard } from './use-discard.tsx'

/** What has left and waits for its answer. Nothing has, nothing shown. */
export function SentList({ sent }: { readonly sent: readonly Report[] }) {
  const { t } = useTranslation('feedback')
  const timeText = useTimeText()
  const discard = useDiscard()
  const [exporting, setExporting] = useState(false)
  if (sent.length === 0) return null
  return (
    <section aria-labelledby="sent-title">
      <div className={styles.head}>
        <h2 id="sent-title" className={styles.title}>
          {t('sent.title')}
        </h2>
        <Button onClick={() => setExporting(true)}>{t('sent.again')}</Button>
      </div>
      <p className={styles.lead}>{t('sent.hint')}</p>
      <ul className={styles.list}>
        {sent.map((report) => (
          <li key={report.id} className={styles.entry}>
            <p className={styles.facts}>
              <span className={styles.number}>{report.number}</span>
              <span>{t(`kind.${report.kind}`)}</span>
              <span>{t('sent.at', { time: timeText(report.exportedAt ?? '') })}</span>
            </p>
            <ReportFacts report={report} />
            <p className={styles.text}>{report.text}</p>
            <div className={styles.foot}>
              <Button
                type="text"
                size="small"
                aria-label={t('drafts.removeOf', { number: report.number })}
                disabled={discard.isPending}
                onClick={() => discard.mutate(report)}
              >
                {t('drafts.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ExportDialog open={exporting} reports={sent} again onClose={() => setExporting(false)} />
    </section>
  )
}
