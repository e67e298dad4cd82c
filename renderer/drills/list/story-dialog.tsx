import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, type InputRef } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { useFocusFirst } from '../../feedback/use-focus-first.ts'
import styles from '../../materials/list/teaching.module.css'
import { queryKeys } from '../../service/keys.ts'
import { storiesQuery } from '../../stories/story-queries.ts'
import { beginFromStory } from '../story/begin-from-story.ts'

/** A published story is chosen, and a drill begins from it. */
export function StoryDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('drills')
  return (
    <Dialog open={open} title={t('story.title')} onClose={onClose}>
      <Stories />
    </Dialog>
  )
}

function Stories() {
  const { t } = useTranslation('drills')
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 150)
  const field = useFocusFirst<InputRef>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const found = useQuery(storiesQuery({ q: words || undefined, state: 'published', limit: 8 }))
  const begin = useMutation({
    mutationFn: beginFromStory,
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: [...queryKeys.materials, 'list'] })
      void navigate({ to: '/drills/$id', params: { id: made.id } })
    },
  })
  return (
    <div className={styles.finder}>
      <p className={styles.muted}>{t('story.lead')}</p>
      <Input
        ref={field}
        value={typed}
        allowClear
        maxLength={100}
        aria-label={t('story.find')}
        placeholder={t('story.findExample')}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.isPending && <LoadingNotice />}
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {begin.isError && <ErrorNotice error={begin.error} />}
      {found.data?.stories.length === 0 && <p role="status">{t('story.none')}</p>}
      <ul className={styles.stories}>
        {found.data?.stories.map((story) => (
          <li key={story.id}>
            <span>
              <strong>{story.title}</strong>
              <br />
              <span className={styles.muted}>
                {[...story.places.slice(-1), story.summary].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button
              disabled={begin.isPending}
              loading={begin.isPending && begin.variables === story.id}
              aria-label={t('story.takeOf', { title: story.title })}
              onClick={() => begin.mutate(story.id)}
            >
              {t('story.take')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
