import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../design/page.tsx'
import styles from './feedback.module.css'
import { MyReports } from './my-reports.tsx'
import { ReceivedReports } from './received-reports.tsx'

/** What goes to those who look after the content, and comes back answered; for offices, what came from others. */
export function ReportsPage() {
  const { t } = useTranslation('feedback')
  const { tab } = useSearch({ from: '/reports' })
  const shown = tab === 'received' ? 'received' : 'mine'
  return (
    <Page title={t('title')} lead={t(shown === 'mine' ? 'lead' : 'received.lead')}>
      <nav className={styles.tabs} aria-label={t('tabs.label')}>
        {(['mine', 'received'] as const).map((name) => (
          <Link
            key={name}
            to="/reports"
            search={name === 'mine' ? {} : { tab: name }}
            className={styles.tab}
            activeOptions={{ exact: true }}
          >
            {t(`tabs.${name}`)}
          </Link>
        ))}
      </nav>
      {shown === 'mine' ? <MyReports /> : <ReceivedReports />}
    </Page>
  )
}
