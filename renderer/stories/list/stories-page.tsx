import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { KeyedList } from '../../design/keyed-list.tsx'
import styles from '../../design/list-page.module.css'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { moveInList } from '../../design/move-in-list.ts'
import { Page } from '../../design/page.tsx'
import { Pager } from '../../design/pager.tsx'
import { useListKeys } from '../../design/use-list-keys.ts'
import { useSettled } from '../../design/use-settled.ts'
import { StoriesTabs } from '../stories-tabs.tsx'
import { storiesQuery } from '../story-queries.ts'
import { NoStories } from './no-stories.tsx'
import { askedBy, isNarrowed, pageOf, STORIES_PAGE, type StoriesAddress } from './stories-address.ts'
import { StoriesToolbar } from './stories-toolbar.tsx'
import { StoryRow } from './story-row.tsx'
import { WaitingHere } from './waiting-here.tsx'

const route = getRouteApi('/stories')

/** `/stories?q=&state=&theme=&post=&place=&group=&own=&sort=&page=`: all stories, and what waits for whom is here. */
export function StoriesPage() {
  const { t } = useTranslation('stories')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/stories' })
  const [typed, setTyped] = useState(address.q ?? '')
  const words = useSettled(typed.trim(), 150)
  const field = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = useQuery(storiesQuery(askedBy({ ...address, q: words })))
  const go = (change: StoriesAddress) =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...change }), replace: true })
  useListKeys({
    onFind: () => field.current?.focus({ cursor: 'all' }),
    onNew: () => void navigate({ to: '/stories/new' }),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the words, not the other way round
  useEffect(() => {
    if ((address.q ?? '') !== words) go({ q: words || undefined })
  }, [words])
  const narrowed = isNarrowed({ ...address, q: words })
  const { data } = found
  const stories = data?.stories ?? []
  const clear = () => {
    setTyped('')
    void navigate({ search: {}, replace: true })
  }
  return (
    <>
      <StoriesTabs />
      <Page title={t('list.title')} lead={data && data.total > 0 ? t('list.count', { n: data.total }) : t('list.lead')}>
        <WaitingHere />
        <StoriesToolbar
          field={field}
          typed={typed}
          onTyped={setTyped}
          address={address}
          facets={data?.facets}
          onChange={go}
          onDown={() => moveInList(list.current, 1)}
          onEnter={() => list.current?.querySelector<HTMLElement>('[data-line]')?.click()}
        />
        {found.isPending && <LoadingNotice />}
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {data && stories.length === 0 && (
          <NoStories narrowed={narrowed} words={words} state={address.state} onClear={clear} />
        )}
        <KeyedList list={list} field={field}>
          {stories.length > 0 && (
            <ul className={styles.list} aria-label={t('list.title')} aria-busy={found.isPlaceholderData}>
              {stories.map((story) => (
                <StoryRow key={story.id} story={story} discarded={address.state === 'discarded'} />
              ))}
            </ul>
          )}
        </KeyedList>
        <Pager
          page={pageOf(address) + 1}
          pages={Math.ceil((data?.total ?? 0) / STORIES_PAGE)}
          onPage={(next) => {
            go({ page: next > 1 ? String(next) : undefined })
            document.getElementById('main')?.scrollTo({ top: 0 })
          }}
        />
        <p className={styles.foot}>
          {address.state === 'discarded' ? (
            <button type="button" className={styles.textButton} onClick={() => go({ state: undefined })}>
              {t('list.backFromDiscarded')}
            </button>
          ) : (
            <Link to="/stories" search={{ state: 'discarded' }}>
              {t('list.toDiscarded')}
            </Link>
          )}
        </p>
      </Page>
    </>
  )
}
