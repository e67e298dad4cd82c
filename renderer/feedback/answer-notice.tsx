import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './feedback.module.css'
import { useReports } from './use-reports.ts'

/** How many numbers are named. */
const NAMED = 3

/** One quiet line when an answer has come and has not been opened; else nothing. */
export function AnswerNotice() {
  const { t } = useTranslation('feedback')
  const reports = useReports()
  const came = reports.data?.filter((report) => report.answer && report.answerSeenAt === undefined) ?? []
  if (came.length === 0) return null
  const numbers = came.slice(0, NAMED).map((report) => report.number)
  return (
    <p className={styles.home} role="status">
      <span>{t('home.came', { numbers: `${numbers.join('、')}${came.length > NAMED ? '…' : ''}` })}</span>
      <Link to="/reports">{t('home.open')}</Link>
    </p>
  )
}
