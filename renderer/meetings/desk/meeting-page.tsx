import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { materialPlace, materialQuery } from '../../materials/material-queries.ts'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { ServiceError } from '../../service/service-error.ts'
import { MeetingDesk } from './meeting-desk.tsx'

const route = getRouteApi('/meetings/$id')

/** `/meetings/ID?side=`: where a meeting is put together, and what leaves it. */
export function MeetingPage() {
  const { t } = useTranslation('meetings')
  const { id } = route.useParams()
  const found = useQuery(materialQuery(id))
  const { data: view } = found
  if (view && isMeeting(view)) return <MeetingDesk key={view.id} view={view} />
  const missing = found.error instanceof ServiceError && found.error.status === 404
  return (
    <>
      <MaterialsTabs />
      <Page title={view?.title ?? t('desk.title')}>
        {view ? (
          <EmptyNotice title={t('desk.otherType')}>
            <p>
              <Link to={materialPlace(view.type, view.id)}>{t('desk.toOther')}</Link>
            </p>
          </EmptyNotice>
        ) : missing ? (
          <EmptyNotice title={t('desk.missing')}>
            <p>{t('desk.missingWhat')}</p>
            <p>
              <Link to="/meetings">{t('desk.toList')}</Link>
            </p>
          </EmptyNotice>
        ) : found.isError ? (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingNotice />
        )}
      </Page>
    </>
  )
}

function isMeeting(view: MaterialView): view is ViewOf<MeetingRecord> {
  return view.record.type === 'meeting'
}
