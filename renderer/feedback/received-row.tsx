import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedReport } from '../../library/feedback/report-view.ts'
import { useTimeText } from '../design/use-time-text.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswerText } from './answer-text.tsx'
import styles from './feedback.module.css'
import { ReportFacts } from './report-facts.tsx'

/** What someone sent, and the answer or the place to write it. */
export function ReceivedRow({ report }: { readonly report: ReceivedReport }) {
  const { t } = useTranslation('feedback')
  const timeText = useTimeText()
  const [answering, setAnswering] = useState(false)
  const { number, senderName, answer } = report
  const act = answer ? 'received.change' : 'received.answer'
  return (
    <li className={styles.entry}>
      <p className={styles.facts}>
        <span className={styles.number}>{number}</span>
        <span>{t(`kind.${report.kind}`)}</span>
        <span>{senderName ? t('received.from', { sender: senderName }) : t('received.anonymous')}</span>
        <span>{t('written', { time: timeText(report.writtenAt) })}</span>
      </p>
      <ReportFacts report={report} />
      <p className={styles.text}>{report.text}</p>
      {answering ? (
        <AnswerForm report={report} onClose={() => setAnswering(false)} />
      ) : (
        <>
          {answer && <AnswerText answer={answer} />}
          <div className={styles.foot}>
            <Button size="small" aria-label={t(`${act}Of`, { number })} onClick={() => setAnswering(true)}>
              {t(act)}
            </Button>
          </div>
        </>
      )}
    </li>
  )
}
