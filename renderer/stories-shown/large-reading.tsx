import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownStory } from '../../library/stories/story-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { usePageTitle } from '../design/page.tsx'
import { PassageText } from '../reading/passage-text.tsx'
import { useShownDate } from '../reading/shown-date.ts'
import styles from './large-reading.module.css'
import { OverWindow } from './over-window.tsx'
import { shownStoryQuery } from './shown-story.ts'
import { useLeave } from './slideshow.tsx'
import { StoryPicture } from './story-picture.tsx'

/** `/show?story=`: one story with nothing beside it, in large type with large pictures. */
export function LargeReading({ storyId }: { readonly storyId: string }) {
  const { t } = useTranslation('shown')
  const frame = useRef<HTMLDivElement>(null)
  const shown = useQuery(shownStoryQuery(storyId))
  const leave = useLeave()
  usePageTitle(shown.data?.title ?? t('large.label'))
  const latestLeave = useRef(leave)
  useEffect(() => {
    latestLeave.current = leave
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      latestLeave.current()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <OverWindow frame={frame} label={t('large.label')} className={styles.sheet}>
      <div className={styles.bar}>
        <button type="button" className={styles.button} onClick={leave}>
          {t('large.leave')}
        </button>
        <Link to="/item/$itemId" params={{ itemId: storyId }} search={{}} className={styles.button}>
          {t('large.toDesk')}
        </Link>
      </div>
      {shown.isPending && <LoadingNotice />}
      {shown.isError && <ErrorNotice error={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.data && <Text shown={shown.data} />}
    </OverWindow>
  )
}

function Text({ shown: { title, description, publishedOn, story, passages } }: { readonly shown: ShownStory }) {
  const { t } = useTranslation('shown')
  const date = useShownDate()
  const pictures = story.media.filter(({ mediaType }) => mediaType.startsWith('image/'))
  const cover = pictures.find((picture) => picture.cover) ?? pictures[0]
  const inText = passages.map(({ html }) => html).join('')
  const apart = pictures.filter((picture) => picture !== cover && !inText.includes(picture.sha256))
  const facts = [story.office, publishedOn && t('large.published', { date: date(publishedOn) })].filter(Boolean)
  return (
    <article className={styles.text}>
      {cover && (
        <figure className={styles.cover}>
          <StoryPicture sha256={cover.sha256} alternative={cover.alternative ?? cover.caption ?? ''} />
        </figure>
      )}
      <h1 className={styles.title}>{title}</h1>
      {description && <p className={styles.lead}>{description}</p>}
      {facts.length > 0 && <p className={styles.muted}>{facts.join('　')}</p>}
      <div className={styles.passages}>
        {passages.map((passage) => (
          <PassageText key={passage.anchor} passage={passage} />
        ))}
      </div>
      {apart.map((picture) => (
        <figure key={picture.sha256} className={styles.picture}>
          <StoryPicture
            fit="whole"
            sha256={picture.sha256}
            alternative={picture.alternative ?? picture.caption ?? ''}
          />
          {picture.caption && <figcaption className={styles.muted}>{picture.caption}</figcaption>}
        </figure>
      ))}
    </article>
  )
}
