import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReportAnswer } from '../../library/feedback/report-view.ts'
import styles from './feedback.module.css'

/** An answer with the items it names. */
export function AnswerText({ answer }: { readonly answer: ReportAnswer }) {
  const { t, i18n } = useTranslation('feedback')
  // Days are read as UTC and shown as UTC, so that they stay the same everywhere.
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' })
  const dateText = day.format(new Date(answer.answeredOn))
  return (
    <div className={styles.answer}>
      <p className={styles.answerText}>{answer.text}</p>
      {answer.items.length > 0 && (
        <p className={styles.items}>
          <span>{t('answered.look')}</span>
          {answer.items.map(({ itemId, title }) =>
            title === undefined ? (
              <span key={itemId} className={styles.aside}>
                {itemId} {t('answered.missing')}
              </span>
            ) : (
              <Link key={itemId} to="/item/$itemId" params={{ itemId }}>
                《{title}》
              </Link>
            ),
          )}
        </p>
      )}
      <p className={styles.aside}>{t('answered.on', { date: dateText })}</p>
    </div>
  )
}
