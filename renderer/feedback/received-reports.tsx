import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedReport } from '../../library/feedback/report-view.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import styles from './feedback.module.css'
import { HandOverAnswers } from './hand-over-answers.tsx'
import { ReceivedRow } from './received-row.tsx'
import { TakeInPanel } from './take-in-panel.tsx'
import { useReceived } from './use-received.ts'

/** For the office that publishes: what others sent, and the answers. */
export function ReceivedReports() {
  return (
    <div className={styles.column}>
      <TakeInPanel />
      <ReceivedLists />
    </div>
  )
}

function ReceivedLists() {
  const { t } = useTranslation('feedback')
  const received = useReceived()
  if (received.isPending) return <LoadingNotice />
  if (received.isError) return <ErrorNotice error={received.error} onRetry={() => void received.refetch()} />
  if (received.data.length === 0) {
    return (
      <EmptyNotice title={t('received.emptyTitle')}>
        <p>{t('received.empty')}</p>
      </EmptyNotice>
    )
  }
  const waiting = received.data.filter((report) => report.answer === undefined)
  const answered = received.data.filter((report) => report.answer !== undefined)
  return (
    <div className={styles.columns}>
      <section aria-labelledby="waiting-title">
        <div className={styles.head}>
          <h2 id="waiting-title" className={styles.title}>
            {t('received.waiting')}
          </h2>
        </div>
        {waiting.length === 0 ? (
          <p className={styles.aside}>{t('received.noneWaiting')}</p>
        ) : (
          <Rows reports={waiting} />
        )}
      </section>
      {answered.length > 0 && (
        <section aria-labelledby="given-title">
          <div className={styles.head}>
            <h2 id="given-title" className={styles.title}>
              {t('received.answered')}
            </h2>
          </div>
          <HandOverAnswers />
          <Rows reports={answered} />
        </section>
      )}
    </div>
  )
}

/** How many are listed at once. */
const SHOWN = 50

function Rows({ reports }: { readonly reports: readonly ReceivedReport[] }) {
  const { t } = useTranslation('feedback')
  const [shown, setShown] = useState(SHOWN)
  return (
    <>
      <ul className={styles.list}>
        {reports.slice(0, shown).map((report) => (
          <ReceivedRow key={report.id} report={report} />
        ))}
      </ul>
      {reports.length > shown && <Button onClick={() => setShown(shown + SHOWN)}>{t('received.more')}</Button>}
    </>
  )
}
