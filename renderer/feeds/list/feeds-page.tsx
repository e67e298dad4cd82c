import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FeedSummary } from '../../../library/feeds/feed-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { useUndoNotice } from '../../office/use-undo-notice.tsx'
import { request } from '../../service/client.ts'
import { feedRoute, feedsQuery, useFeedChange, useRestoreFeed } from '../feed-queries.ts'
import { FeedsTabs } from '../feeds-tabs.tsx'
import { DiscardedFeeds } from './discarded-feeds.tsx'
import { FeedCard } from './feed-card.tsx'
import styles from './feeds-page.module.css'
import { StartFeed } from './start-feed.tsx'

/** `/feeds`: the office's columns, and how to begin one. */
export function FeedsPage() {
  const { t } = useTranslation('feeds')
  const feeds = useQuery(feedsQuery)
  const discard = useDiscard()
  return (
    <>
      <FeedsTabs />
      <Page title={t('list.title')} lead={t('list.lead')}>
        {feeds.isPending && <LoadingNotice />}
        {feeds.isError && <ErrorNotice error={feeds.error} onRetry={() => void feeds.refetch()} />}
        {feeds.data && (
          <div className={styles.stack}>
            {feeds.data.length === 0 ? (
              <EmptyNotice title={t('list.emptyTitle')}>
                <p>{t('list.emptyWhat')}</p>
                <p>{t('list.emptyHow')}</p>
              </EmptyNotice>
            ) : (
              <ul className={styles.cards} aria-label={t('list.title')}>
                {feeds.data.map((feed) => (
                  <FeedCard key={feed.id} feed={feed} onDiscard={() => discard(feed)} />
                ))}
              </ul>
            )}
            <StartFeed folded={feeds.data.length > 0} />
            <DiscardedFeeds />
          </div>
        )}
      </Page>
    </>
  )
}

function useDiscard() {
  const { t } = useTranslation('feeds')
  const notice = useUndoNotice()
  const discard = useFeedChange(({ id }: FeedSummary) => request<unknown>('DELETE', feedRoute(id)))
  const restore = useRestoreFeed()
  return (feed: FeedSummary) =>
    discard.mutate(feed, {
      onSuccess: () => {
        notice.done(t('list.discarded'), t('list.discardedHint', { title: feed.title }), () =>
          restore.mutateAsync(feed.id),
        )
        requestAnimationFrame(keepFocus)
      },
      onError: (error) => notice.failed(t('list.notDiscarded'), error),
    })
}
