import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { storyOfficeQuery } from '../../stories-shown/office-query.ts'
import { useCreateFeed } from '../feed-queries.ts'
import styles from './feeds-page.module.css'
import { readyMadeFeeds } from './ready-made.ts'

/** Begins a column: from a definition that is ready, or from an empty one. */
export function StartFeed() {
  const { t } = useTranslation('feeds')
  const navigate = useNavigate()
  const office = useQuery(storyOfficeQuery)
  const create = useCreateFeed()
  const start = (definition: Partial<FeedDefinition>, part: 'definition' | undefined) =>
    create.mutate(
      { ...definition, publisher: office.data?.name ?? '' },
      { onSuccess: ({ id }) => void navigate({ to: '/feeds/$feedId', params: { feedId: id }, search: { part } }) },
    )
  return (
    <section className={styles.start} aria-labelledby="start-title">
      <h2 id="start-title" className={styles.subheading}>
        {t('list.startTitle')}
      </h2>
      <p className={styles.muted}>{t('list.startLead')}</p>
      {create.isError && <ErrorNotice error={create.error} />}
      <ul className={styles.ready}>
        {readyMadeFeeds.map(({ name, definition }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.readyOne}
              disabled={create.isPending}
              onClick={() => start(definition, undefined)}
            >
              <span className={styles.readyTitle}>{definition.title}</span>
              <span className={styles.muted}>{t(`ready.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button disabled={create.isPending} onClick={() => start({ title: t('list.untitled') }, 'definition')}>
        {t('list.startEmpty')}
      </Button>
    </section>
  )
}
