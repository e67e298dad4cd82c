import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StorySummary } from '../../library/stories/story-view.ts'
import { keepFocus } from '../design/keep-focus.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'
import { type HomeStoryChoice, homeStoryChoice, keepHomeStoryChoice, showsStory } from './home-story-choice.ts'
import styles from './story-of-today.module.css'
import { StoryPicture } from './story-picture.tsx'

interface Today {
  readonly story?: StorySummary | undefined
  readonly why?: string | undefined
}

/** One story on the home page, the same all day. It can be put away for today or for good, and asks for nothing. */
export function StoryOfToday() {
  const { t } = useTranslation('shown')
  const [choice, setChoice] = useState(homeStoryChoice)
  const change = (next: HomeStoryChoice) => {
    keepHomeStoryChoice(next)
    setChoice(next)
    requestAnimationFrame(keepFocus)
  }
  const today = new Date().toLocaleDateString('sv')
  if (!showsStory(choice, today))
    return choice && 'hidden' in choice ? (
      <p className={styles.back}>
        <button type="button" className={styles.quiet} onClick={() => change(undefined)}>
          {t('today.back')}
        </button>
      </p>
    ) : null
  return <Story onHide={() => change({ hiddenOn: today })} onHideAlways={() => change({ hidden: true })} />
}

interface StoryProps {
  readonly onHide: () => void
  readonly onHideAlways: () => void
}

function Story({ onHide, onHideAlways }: StoryProps) {
  const { t } = useTranslation('shown')
  const today = useQuery({
    queryKey: [...queryKeys.stories, 'today'],
    queryFn: ({ signal }) => request<Today>('GET', '/api/stories/today', { signal }),
    staleTime: 300_000,
  })
  const story = today.data?.story
  // Once for each story. Where it cannot be kept, the story may come again another day.
  useQuery({
    queryKey: [...queryKeys.stories, 'today-shown', story?.id],
    queryFn: () => request('POST', '/api/stories/today/shown', { body: { storyId: story?.id } }),
    enabled: story !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  // The home page is complete without one: when it cannot be asked for, nothing is said.
  if (!story) return null
  return (
    <section className={styles.card} data-picture={story.cover ? '' : undefined} aria-labelledby="story-of-today">
      {story.cover && (
        <div className={styles.picture}>
          <StoryPicture sha256={story.cover} alternative="" />
        </div>
      )}
      <div className={styles.words}>
        <p className={styles.kicker}>
          <span>{t('today.title')}</span>
          {today.data?.why && <span className={styles.why}>{today.data.why}</span>}
        </p>
        <h2 id="story-of-today" className={styles.title}>
          <Link to="/item/$itemId" params={{ itemId: story.id }} search={{}}>
            {story.title}
          </Link>
        </h2>
        {story.summary && <p className={styles.summary}>{story.summary}</p>}
        <p className={styles.facts}>{[...story.places.slice(-1), ...story.posts.slice(0, 2)].join(' · ')}</p>
        <p className={styles.actions}>
          <Link to="/show" search={{ story: story.id }}>
            {t('today.large')}
          </Link>
          <span className={styles.hides}>
            <button type="button" className={styles.quiet} onClick={onHide}>
              {t('today.hide')}
            </button>
            <button type="button" className={styles.quiet} onClick={onHideAlways}>
              {t('today.hideAlways')}
            </button>
          </span>
        </p>
      </div>
    </section>
  )
}
