import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Pager } from '../../design/pager.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { send } from '../../service/client.ts'
import { receivedName } from '../../service/received-name.ts'
import { shownStoryQuery } from '../../stories-shown/shown-story.ts'
import styles from '../desk/feed-page.module.css'
import { feedsQuery } from '../feed-queries.ts'
import { ResponseDigestView } from './response-digest-view.tsx'
import { ResponseRow } from './response-row.tsx'
import { responsesQuery } from './responses-query.ts'

const route = getRouteApi('/feeds/responses')
const PAGE = 30

/** Everything that came back, of one column or story or of all, with what to do about it. */
export function ReceivedPart() {
  const { t } = useTranslation('feeds')
  const { feed, story, page: typed } = route.useSearch()
  const navigate = route.useNavigate()
  const [open, setOpen] = useState(false)
  const page = Math.max(1, Number.parseInt(typed ?? '1', 10) || 1)
  const responses = useQuery(
    responsesQuery({ feed, story, open: open || undefined, limit: PAGE, offset: (page - 1) * PAGE }),
  )
  if (responses.isPending) return <LoadingNotice />
  if (responses.isError && !responses.data)
    return <ErrorNotice error={responses.error} onRetry={() => void responses.refetch()} />
  const { total, digest, responses: rows } = responses.data
  const filtered = feed !== undefined || story !== undefined || open
  if (total === 0 && !filtered)
    return (
      <EmptyNotice title={t('responses.emptyTitle')}>
        <p>{t('responses.emptyWhat')}</p>
        <p>{t('responses.emptyHow')}</p>
      </EmptyNotice>
    )
  return (
    <div className={styles.stack}>
      <Filters open={open} onOpen={setOpen} />
      <section className={styles.section} aria-labelledby="digest-title">
        <h2 id="digest-title" className={styles.subheading}>
          {t('responses.digest', { n: digest.total })}
        </h2>
        <ResponseDigestView digest={digest} />
      </section>
      <section className={styles.section} aria-labelledby="received-title">
        <h2 id="received-title" className={styles.subheading}>
          {digest.unanswered > 0 ? t('responses.listWithOpen', { n: digest.unanswered }) : t('responses.list')}
        </h2>
        {rows.length === 0 && <p className={styles.muted}>{t('responses.none')}</p>}
        <ul className={styles.rows}>
          {rows.map((response) => (
            <ResponseRow key={response.id} response={response} />
          ))}
        </ul>
        <Pager
          page={page}
          pages={Math.ceil(total / PAGE)}
          onPage={(next) => void navigate({ search: (before) => ({ ...before, page: String(next) }) })}
        />
      </section>
      <Export />
    </div>
  )
}

interface FiltersProps {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

function Filters({ open, onOpen }: FiltersProps) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const { feed, story } = route.useSearch()
  const navigate = route.useNavigate()
  const feeds = useQuery(feedsQuery)
  const chosen = useQuery({ ...shownStoryQuery(story ?? ''), enabled: story !== undefined })
  return (
    <div className={styles.actions}>
      <label htmlFor={`${id}-feed`}>{t('responses.ofFeed')}</label>
      <Select
        id={`${id}-feed`}
        className={styles.choice ?? ''}
        value={feed ?? ''}
        options={[
          { value: '', label: t('responses.all') },
          ...(feeds.data ?? []).map((one) => ({ value: one.id, label: one.title })),
        ]}
        onChange={(value: string) =>
          void navigate({
            search: (before) => ({ ...before, feed: value || undefined, page: undefined }),
            replace: true,
          })
        }
      />
      {story !== undefined && (
        <Button
          onClick={() =>
            void navigate({ search: (before) => ({ ...before, story: undefined, page: undefined }), replace: true })
          }
        >
          {t('responses.ofStory', { title: chosen.data?.title ?? story })} ×
        </Button>
      )}
      <Switch id={`${id}-open`} checked={open} onChange={onOpen} />
      <label htmlFor={`${id}-open`}>{t('responses.onlyOpen')}</label>
    </div>
  )
}

/** A signed file for another 薪火: what readers there said of stories that are everybody's. */
function Export() {
  const { t } = useTranslation('feeds')
  const write = useMutation({
    mutationFn: async () => {
      const answer = await send('POST', '/api/story-responses/export', {
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      saveFile(await answer.blob(), receivedName(answer) ?? t('responses.exportName'))
    },
  })
  return (
    <section className={styles.sheet} aria-labelledby="export-title">
      <h2 id="export-title" className={styles.subheading}>
        {t('responses.exportTitle')}
      </h2>
      <p className={styles.muted}>{t('responses.exportLead')}</p>
      <Button loading={write.isPending} onClick={() => write.mutate()}>
        {t('responses.export')}
      </Button>
      <p role="status" className={styles.muted}>
        {write.isSuccess && t('responses.exported')}
      </p>
      {write.isError && <ErrorNotice error={write.error} />}
    </section>
  )
}
