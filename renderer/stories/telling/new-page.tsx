import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { StoriesTabs } from '../stories-tabs.tsx'
import { storyQuery, vocabularyQuery } from '../story-queries.ts'
import { StartPanel } from './start-panel.tsx'
import { TellingDesk } from './telling-desk.tsx'

const route = getRouteApi('/stories/new')

/** `/stories/new?story=ID&question=NAME`: a story told one question at a time. */
export function NewStoryPage() {
  const { t } = useTranslation('storyTelling')
  const { story: id } = route.useSearch()
  return (
    <>
      <StoriesTabs />
      {id === undefined ? (
        <Page title={t('start.title')} lead={t('start.lead')}>
          <StartPanel />
        </Page>
      ) : (
        <Begun key={id} id={id} />
      )}
    </>
  )
}

function Begun({ id }: { readonly id: string }) {
  const { t } = useTranslation('storyTelling')
  const story = useQuery(storyQuery(id))
  const vocabulary = useQuery(vocabularyQuery)
  if (story.data && vocabulary.data) return <TellingDesk story={story.data} vocabulary={vocabulary.data} />
  const failed = story.isError ? story : vocabulary.isError ? vocabulary : undefined
  return (
    <Page title={t('start.title')}>
      {failed ? <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} /> : <LoadingNotice />}
    </Page>
  )
}
