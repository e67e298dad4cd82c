import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { ServiceError } from '../../service/service-error.ts'
import { StoriesTabs } from '../stories-tabs.tsx'
import { storyQuery, vocabularyQuery } from '../story-queries.ts'
import { WorkDesk } from './work-desk.tsx'

const route = getRouteApi('/stories/$storyId')

/** `/stories/ID?side=`: where a story is written, looked through, discussed and brought on its way. */
export function WorkPage() {
  const { t } = useTranslation('storyWork')
  const { storyId } = route.useParams()
  const story = useQuery(storyQuery(storyId))
  const vocabulary = useQuery(vocabularyQuery)
  if (story.data && vocabulary.data) {
    return <WorkDesk key={storyId} story={story.data} vocabulary={vocabulary.data} />
  }
  const failed = story.isError ? story : vocabulary.isError ? vocabulary : undefined
  const missing = story.error instanceof ServiceError && story.error.status === 404
  return (
    <>
      <StoriesTabs />
      <Page title={t('page.title')}>
        {missing ? (
          <EmptyNotice title={t('page.missing')}>
            <p>{t('page.missingWhat')}</p>
            <p>
              <Link to="/item/$itemId" params={{ itemId: storyId }} search={{}}>
                {t('page.asItem')}
              </Link>
              {'　'}
              <Link to="/stories">{t('page.toList')}</Link>
            </p>
          </EmptyNotice>
        ) : failed ? (
          <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
        ) : (
          <LoadingNotice />
        )}
      </Page>
    </>
  )
}
