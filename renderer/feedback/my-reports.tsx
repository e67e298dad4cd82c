import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { AnsweredList } from './answered-list.tsx'
import { DraftList } from './draft-list.tsx'
import styles from './feedback.module.css'
import { GapOffers } from './gap-offers.tsx'
import { SentList } from './sent-list.tsx'
import { useReports } from './use-reports.ts'

/** What the person wrote: to be sent, sent, and answered. */
export function MyReports() {
  const reports = useReports()
  if (reports.isPending) return <LoadingNotice />
  if (reports.isError) return <ErrorNotice error={reports.error} onRetry={() => void reports.refetch()} />
  const all = reports.data
  const answered = all
    .filter((report) => report.answer !== undefined)
    .toSorted((one, other) => (other.answer?.answeredOn ?? '').localeCompare(one.answer?.answeredOn ?? ''))
  const unanswered = all.filter((report) => report.answer === undefined)
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <DraftList drafts={unanswered.filter((report) => report.exportedAt === undefined)} />
        <GapOffers reports={all} />
      </div>
      <div className={styles.column}>
        <AnsweredList answered={answered} />
        <SentList sent={unanswered.filter((report) => report.exportedAt !== undefined)} />
      </div>
    </div>
  )
}
