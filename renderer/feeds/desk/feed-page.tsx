import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FeedView } from '../../../library/feeds/feed-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { DefinitionPart } from '../definition/definition-part.tsx'
import { type FeedPart, feedPartOf, feedParts } from '../feed-address.ts'
import { feedQuery } from '../feed-queries.ts'
import { FeedsTabs } from '../feeds-tabs.tsx'
import { PapersPart } from '../site/papers-part.tsx'
import { SitePart } from '../site/site-part.tsx'
import { EntriesPart } from './entries-part.tsx'
import styles from './feed-page.module.css'
import { IssuePart } from './issue-part.tsx'

const route = getRouteApi('/feeds/$feedId')

const desks = {
  issue: IssuePart,
  definition: DefinitionPart,
  entries: EntriesPart,
  site: SitePart,
  papers: PapersPart,
} satisfies Record<FeedPart, unknown>

/** `/feeds/ID?part=`: one column, from what its next issue would be to where it is read. */
export function FeedPage() {
  const { t } = useTranslation('feeds')
  const { feedId } = route.useParams()
  const part = feedPartOf(route.useSearch({ select: ({ part }) => part }))
  const feed = useQuery(feedQuery(feedId))
  return (
    <>
      <FeedsTabs />
      <Page title={feed.data?.title ?? t('one.title')} lead={feed.data && <FeedLead feed={feed.data} />}>
        {feed.isPending && <LoadingNotice />}
        {feed.isError && !feed.data && <ErrorNotice error={feed.error} onRetry={() => void feed.refetch()} />}
        {feed.data && <Parts feed={feed.data} part={part} />}
      </Page>
    </>
  )
}

function FeedLead({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  return [feed.publisher, feed.issue > 0 ? t('one.issue', { issue: feed.issue, n: feed.entries }) : t('list.notIssued')]
    .filter((words) => words !== '')
    .join('　')
}

function Parts({ feed, part }: { readonly feed: FeedView; readonly part: FeedPart }) {
  const { t } = useTranslation('feeds')
  const Part = desks[part]
  return (
    <>
      <nav className={styles.parts} aria-label={t('one.parts')}>
        {feedParts.map((name) => (
          <Link
            key={name}
            to="/feeds/$feedId"
            params={{ feedId: feed.id }}
            search={name === 'issue' ? {} : { part: name }}
            activeOptions={{ exact: true }}
            className={styles.part}
          >
            {t(`parts.${name}`)}
          </Link>
        ))}
      </nav>
      <Part key={feed.id} feed={feed} />
    </>
  )
}
