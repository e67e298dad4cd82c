import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { mixDimensions } from '../definition/mix-sums.ts'
import { feedsQuery } from '../feed-queries.ts'
import { FeedsTabs } from '../feeds-tabs.tsx'
import styles from './balance.module.css'
import { balanceQuery } from './balance-query.ts'
import { HeroesSection } from './heroes-section.tsx'
import { MonthsSection } from './months-section.tsx'
import { SharesSection } from './shares-section.tsx'
import { type Span, spanOf, spanStart, spans } from './span.ts'

const route = getRouteApi('/feeds/balance')

/** `/feeds/balance?feed=&from=&until=`: who is told about and who is not. Nobody is ranked. */
export function BalancePage() {
  const { t } = useTranslation('feeds')
  const address = route.useSearch()
  const balance = useQuery(balanceQuery(address))
  return (
    <>
      <FeedsTabs />
      <Page title={t('balance.title')} lead={t('balance.lead')}>
        <div className={styles.stack}>
          <Choices />
          {balance.isPending && <LoadingNotice />}
          {balance.isError && <ErrorNotice error={balance.error} onRetry={() => void balance.refetch()} />}
          {balance.data?.stories === 0 && (
            <EmptyNotice title={t('balance.emptyTitle')}>
              <p>{t('balance.emptyWhat')}</p>
            </EmptyNotice>
          )}
          {balance.data && balance.data.stories > 0 && (
            <>
              <p className={styles.muted} role="status">
                {t('balance.count', { n: balance.data.stories })}
              </p>
              {mixDimensions.map((dimension) => (
                <SharesSection
                  key={dimension}
                  dimension={dimension}
                  shares={balance.data.dimensions[dimension]}
                  missing={balance.data.missing.filter((one) => one.dimension === dimension)}
                />
              ))}
              <HeroesSection balance={balance.data} />
              <MonthsSection months={balance.data.months} />
            </>
          )}
        </div>
      </Page>
    </>
  )
}

/** Of which stories, and over which time. */
function Choices() {
  const { t } = useTranslation('feeds')
  const id = useId()
  const address = route.useSearch()
  const navigate = route.useNavigate()
  const feeds = useQuery(feedsQuery)
  const [today] = useState(() => new Date())
  const span = spanOf(address.from, today)
  return (
    <div className={styles.choices}>
      <label htmlFor={`${id}-feed`}>{t('balance.of')}</label>
      <Select
        id={`${id}-feed`}
        className={styles.choice ?? ''}
        value={address.feed ?? ''}
        options={[
          { value: '', label: t('balance.everything') },
          ...(feeds.data ?? []).map((feed) => ({ value: feed.id, label: feed.title })),
        ]}
        onChange={(feed: string) =>
          void navigate({ search: (before) => ({ ...before, feed: feed || undefined }), replace: true })
        }
      />
      <label htmlFor={`${id}-span`}>{t('balance.over')}</label>
      <Select
        id={`${id}-span`}
        className={styles.choice ?? ''}
        value={span ?? address.from ?? 'all'}
        options={[
          ...spans.map((value) => ({ value: value as string, label: t(`balance.spans.${value}`) })),
          ...(span === undefined && address.from
            ? [{ value: address.from, label: t('balance.since', { date: address.from }) }]
            : []),
        ]}
        onChange={(value: string) =>
          void navigate({
            search: (before) => ({ ...before, from: spanStart(value as Span, today), until: undefined }),
            replace: true,
          })
        }
      />
    </div>
  )
}
