import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { NewMark } from './new-mark.tsx'
import styles from './updates.module.css'
import { newSinceQuery } from './use-channels.ts'

const SHOWN = 8

/** What updates brought or changed and nobody has opened yet; nothing where there is nothing. */
export function NewList() {
  const { t } = useTranslation('updates')
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const all = useQuery(newSinceQuery).data ?? []
  const seen = useMutation({
    mutationFn: () => request('POST', '/api/updates/new/seen', { body: { all: true } }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: queryKeys.newSince }).then(() => requestAnimationFrame(keepFocus)),
  })
  if (all.length === 0) return null
  return (
    <section className={styles.news} aria-labelledby="news-title">
      <div className={styles.newsHead}>
        <h2 id="news-title" className={styles.newsTitle}>
          {t('news.title')}
        </h2>
        <Button type="text" size="small" disabled={seen.isPending} onClick={() => seen.mutate()}>
          {t('news.seen')}
        </Button>
      </div>
      <ul className={styles.newsList}>
        {(opened ? all : all.slice(0, SHOWN)).map(({ itemId, title }) => (
          <li key={itemId}>
            <Link to="/item/$itemId" params={{ itemId }}>
              {title}
            </Link>
            <NewMark itemId={itemId} />
          </li>
        ))}
      </ul>
      {all.length > SHOWN && (
        <div>
          <Button type="text" size="small" onClick={() => setOpened(!opened)}>
            {opened ? t('news.fewer') : t('news.all', { n: all.length })}
          </Button>
        </div>
      )}
    </section>
  )
}
