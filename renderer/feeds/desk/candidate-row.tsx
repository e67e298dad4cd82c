import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedCandidate } from '../../../library/feeds/feed-view.ts'
import { StoryPicture } from '../../stories-shown/story-picture.tsx'
import styles from './candidate-row.module.css'

interface CandidateRowProps {
  readonly candidate: FeedCandidate
  readonly onAsk: (candidate: FeedCandidate, choice: 'pin' | 'exclude') => void
  /** What moves it, where it has a place among others. */
  readonly handle?: ReactNode
}

/** A story proposed for the next issue: its picture, and what speaks for and against it in words. */
export function CandidateRow({ candidate, onAsk, handle }: CandidateRowProps) {
  const { t } = useTranslation('feeds')
  const { story, pinned, speaksFor, speaksAgainst } = candidate
  return (
    <div className={styles.row} data-candidate={story.id}>
      {handle && <div className={styles.handle}>{handle}</div>}
      {story.cover && (
        <div className={styles.picture}>
          <StoryPicture sha256={story.cover} alternative="" />
        </div>
      )}
      <div className={styles.words}>
        <p className={styles.title}>
          <Link to="/item/$itemId" params={{ itemId: story.id }} search={{}}>
            {story.title}
          </Link>
          {pinned && <span className={styles.tag}>{t('issue.pinned')}</span>}
        </p>
        <p className={styles.muted}>{[...story.themes, ...story.posts, ...story.places.slice(-1)].join(' · ')}</p>
        <Reasons title={t('issue.for')} reasons={speaksFor} />
        <Reasons title={t('issue.against')} reasons={speaksAgainst} />
      </div>
      <div className={styles.actions}>
        {!pinned && (
          <Button
            size="small"
            aria-label={t('issue.pinOf', { title: story.title })}
            onClick={() => onAsk(candidate, 'pin')}
          >
            {t('issue.pin')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={t('issue.excludeOf', { title: story.title })}
          onClick={() => onAsk(candidate, 'exclude')}
        >
          {t('issue.exclude')}
        </Button>
      </div>
    </div>
  )
}

function Reasons({ title, reasons }: { readonly title: string; readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <p className={styles.reasons}>
      <span className={styles.reasonsTitle}>{title}</span>
      {reasons.join('；')}
    </p>
  )
}
