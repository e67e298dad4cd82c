import { Button } from 'antd'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import { AnswerText } from './answer-text.tsx'
import styles from './feedback.module.css'
import { ReportFacts } from './report-facts.tsx'
import { useDiscard } from './use-discard.tsx'
import { useSeeAnswer } from './use-reports.ts'

/** Answers that came; opening one takes its mark away. */
export function AnsweredList({ answered }: { readonly answered: readonly Report[] }) {
  const { t } = useTranslation('feedback')
  if (answered.length === 0) return null
  return (
    <section aria-labelledby="answered-title">
      <div className={styles.head}>
        <h2 id="answered-title" className={styles.title}>
          {t('answered.title')}
        </h2>
      </div>
      <ul className={styles.list}>
        {answered.map((report) => (
          <AnsweredRow key={report.id} report={report} />
        ))}
      </ul>
    </section>
  )
}

function AnsweredRow({ report }: { readonly report: Report }) {
  const { t } = useTranslation('feedback')
  const see = useSeeAnswer()
  const discard = useDiscard()
  const { number, answer } = report
  const isNew = report.answerSeenAt === undefined
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open && isNew && !see.isPending) see.mutate(report.id)
  }
  return (
    <li className={styles.entry}>
      <details onToggle={onToggle}>
        <summary className={styles.summary}>
          <span className={styles.number}>{number}</span>
          {isNew && <span className={styles.new}>{t('answered.new')}</span>}
          <span className={styles.summaryText}>{report.text}</span>
        </summary>
        <div className={styles.opened}>
          {answer && <AnswerText answer={answer} />}
          <p className={styles.aside}>{t('answered.question')}</p>
          <ReportFacts report={report} />
          <p className={styles.text}>{report.text}</p>
          <div className={styles.foot}>
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
        </div>
      </details>
    </li>
  )
}
