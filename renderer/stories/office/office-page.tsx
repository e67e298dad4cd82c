import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { StoriesTabs } from '../stories-tabs.tsx'
import { officeQuery } from '../story-queries.ts'
import { OfficeForm } from './office-form.tsx'

/** `/stories/office`: what the office is called, who works on stories here and as what, and the days wished for. */
export function StoryOfficePage() {
  const { t } = useTranslation('stories')
  const office = useQuery(officeQuery)
  return (
    <>
      <StoriesTabs />
      <Page title={t('office.title')} lead={t('office.lead')}>
        {office.isPending && <LoadingNotice />}
        {office.isError && <ErrorNotice error={office.error} onRetry={() => void office.refetch()} />}
        {office.data && <OfficeForm saved={office.data} />}
      </Page>
    </>
  )
}
