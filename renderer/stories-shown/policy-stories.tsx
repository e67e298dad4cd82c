import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StorySummary } from '../../library/stories/story-view.ts'
import { useSettled } from '../design/use-settled.ts'
import styles from './beside-text.module.css'
import { storiesOfQuery } from './stories-of-query.ts'

/** Below a policy's title: where it was used, folded; nothing where no story names it. */
export function PolicyStories({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('shown')
  const stories = useQuery(storiesOfQuery(itemId))
  if (!stories.data || stories.data.length === 0) return null
  return (
    <details className={styles.fold}>
      <summary>{t('clause.storiesOfText', { n: stories.data.length })}</summary>
      <StoryLinks stories={stories.data} />
    </details>
  )
}

interface ClauseStoriesProps {
  readonly itemId: string
  /** The provision being read. */
  readonly anchor: string
  /** 第六十二条. */
  readonly place: string
}

/** In the corner beside the clause being read: where it was used, folded. Asks nothing while no story names the text. */
export function ClauseStories({ itemId, anchor, place }: ClauseStoriesProps) {
  const { t } = useTranslation('shown')
  const settled = useSettled(anchor, 400)
  const ofText = useQuery(storiesOfQuery(itemId))
  const named = (ofText.data?.length ?? 0) > 0
  const ofClause = useQuery({ ...storiesOfQuery(itemId, settled), enabled: named && settled !== '' })
  const stories = settled === anchor && named && anchor !== '' ? (ofClause.data ?? []) : []
  if (stories.length === 0) return null
  return (
    <details key={anchor} className={styles.corner}>
      <summary>{t('clause.stories', { n: stories.length })}</summary>
      <p className={styles.place}>{place}</p>
      <StoryLinks stories={stories} />
    </details>
  )
}

function StoryLinks({ stories }: { readonly stories: readonly StorySummary[] }) {
  return (
    <ul className={styles.list}>
      {stories.map((story) => (
        <li key={story.id}>
          <Link to="/item/$itemId" params={{ itemId: story.id }} search={{}}>
            {story.title}
          </Link>
          {story.summary && <p className={styles.muted}>{story.summary}</p>}
        </li>
      ))}
    </ul>
  )
}
