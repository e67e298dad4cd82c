import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { readyColumnsQuery, useCreateFeed } from '../feed-queries.ts'
import styles from './feeds-page.module.css'

/** Begins a column: from a definition that is ready, or from an empty one. */
export function StartFeed({ folded }: { readonly folded: boolean }) {
  const { t } = useTranslation('feeds')
  const navigate = useNavigate()
  const ready = useQuery(readyColumnsQuery)
  const create = useCreateFeed()
  const start = (definition: Partial<FeedDefinition>, part: 'definition' | undefined) =>
    create.mutate(definition, {
      onSuccess: ({ id }) => void navigate({ to: '/feeds/$feedId', params: { feedId: id }, search: { part } }),
    })
  return (
    <details className={styles.startFold} open={!folded}>
      <summary>
        <h2 className={styles.subheading}>{t('list.startTitle')}</h2>
      </summary>
      <div className={styles.start}>
        <p className={styles.muted}>{t('list.startLead')}</p>
        {create.isError && <ErrorNotice error={create.error} />}
        <ul className={styles.ready}>
          {ready.data?.map(({ id, name, description, definition }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.readyOne}
                disabled={create.isPending}
                onClick={() => start(definition, undefined)}
              >
                <span className={styles.readyTitle}>{name}</span>
                <span>{t('list.readyTitle', { title: definition.title })}</span>
                <span className={styles.muted}>{description}</span>
              </button>
            </li>
          ))}
        </ul>
        <Button disabled={create.isPending} onClick={() => start({ title: t('list.untitled') }, 'definition')}>
          {t('list.startEmpty')}
        </Button>
      </div>
    </details>
  )
}
