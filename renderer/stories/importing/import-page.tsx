import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorySummary } from '../../../library/stories/story-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { StoriesTabs } from '../stories-tabs.tsx'
import { DropStories } from './drop-stories.tsx'
import styles from './importing.module.css'
import { ProposalReview } from './proposal-review.tsx'
import { proposalsKey, proposalsQuery } from './proposals-query.ts'
import { ProposingLine } from './proposing-line.tsx'
import { useProposing } from './use-proposing.ts'

const route = getRouteApi('/stories/import')

/** `/stories/import?upload=ID`: stories read from files, folders and sheets; nothing is kept before it is confirmed. */
export function ImportStoriesPage() {
  const { t } = useTranslation('storyTelling')
  const { upload } = route.useSearch()
  const navigate = useNavigate({ from: '/stories/import' })
  const client = useQueryClient()
  const proposing = useProposing()
  const [read, setRead] = useState(0)
  const [kept, setKept] = useState<readonly StorySummary[]>()
  const found = useQuery(proposalsQuery(upload ?? ''))

  const readFiles = async (files: readonly { readonly path: string; readonly file: File }[]) => {
    setKept(undefined)
    if (files.length === 0) return
    const answer = await proposing.send(files)
    if (!answer) return
    client.setQueryData(proposalsKey(answer.upload), answer)
    await navigate({ search: { upload: answer.upload }, replace: true })
  }
  const drop = async () => {
    if (upload) await request('DELETE', `/api/story-proposals/${upload}`).catch(() => undefined)
    await navigate({ search: {}, replace: true })
  }
  const onKept = async (stories: readonly StorySummary[]) => {
    setKept(stories)
    void client.invalidateQueries({ queryKey: [...queryKeys.stories, 'list'] })
    await navigate({ search: {}, replace: true })
  }
  return (
    <>
      <StoriesTabs />
      <Page title={t('import.title')} lead={t('import.lead')}>
        <div className={styles.page}>
          {kept && (
            <EmptyNotice title={t('import.kept', { n: kept.length })}>
              <p>{t('import.keptWhat')}</p>
              <ul>
                {kept.slice(0, 12).map(({ id, title }) => (
                  <li key={id}>
                    <Link to="/stories/$storyId" params={{ storyId: id }}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
              <p>
                <Link to="/stories" search={{ state: 'draft' }}>
                  {t('import.toDrafts')}
                </Link>
              </p>
            </EmptyNotice>
          )}
          {upload === undefined && <DropStories busy={proposing.busy} onFiles={(files) => void readFiles(files)} />}
          <ProposingLine state={proposing.state} onCancel={proposing.cancel} />
          {proposing.error !== null && <ErrorNotice error={proposing.error} />}
          {upload !== undefined && found.isPending && <LoadingNotice />}
          {upload !== undefined && found.isError && (
            <>
              <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
              <Link to="/stories/import" search={{}}>
                {t('import.again')}
              </Link>
            </>
          )}
          {upload !== undefined && found.data && (
            <ProposalReview
              // Read again with other columns, the proposals are others.
              key={`${upload}${read}`}
              answer={found.data}
              onRead={(answer) => {
                client.setQueryData(proposalsKey(upload), answer)
                setRead(read + 1)
              }}
              onDrop={() => void drop()}
              onKept={(stories) => void onKept(stories)}
            />
          )}
        </div>
      </Page>
    </>
  )
}
