import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StorySummary } from '../../../library/stories/story-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../../design/list-page.module.css'
import { useTimeText } from '../../design/use-time-text.ts'
import { useUndoNotice } from '../../office/use-undo-notice.tsx'
import { looseDateText } from '../../record-form/read-loose-date.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { StateLabel } from '../state-label.tsx'
import { storyAddress } from '../story-queries.ts'

/** One story: an own one opens on its work page, one that came from elsewhere where it is read. */
export function StoryRow({ story, discarded }: { readonly story: StorySummary; readonly discarded: boolean }) {
  const { t } = useTranslation('stories')
  const timeText = useTimeText()
  const title = story.title || t('list.untitled')
  const facts = [story.themes.slice(0, 3), story.places.slice(-1), story.posts.slice(0, 2), story.groups.slice(0, 2)]
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.head}>
          {story.own ? (
            <Link to="/stories/$storyId" params={{ storyId: story.id }} className={styles.title} data-line="">
              {title}
            </Link>
          ) : (
            <Link to="/item/$itemId" params={{ itemId: story.id }} search={{}} className={styles.title} data-line="">
              {title}
            </Link>
          )}
          <StateLabel state={story.state} />
          {story.correcting && (
            <Link to="/item/$itemId" params={{ itemId: story.id }} search={{}} className={styles.tag}>
              {t('list.correcting')}
            </Link>
          )}
          {!story.own && <span className={styles.tag}>{t('list.came')}</span>}
          {story.openTasks > 0 && <span className={styles.tag}>{t('list.openTasks', { n: story.openTasks })}</span>}
        </p>
        {story.summary && <p className={styles.summary}>{story.summary}</p>}
        <p className={styles.facts}>
          {facts.map((some, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: theme, place, post and group always stand in this order
            some.length > 0 ? <span key={at}>{some.join('、')}</span> : null,
          )}
          {story.pictures > 0 && <span>{t('list.pictures', { n: story.pictures })}</span>}
          {story.scheduledFor ? (
            <span>{t('list.scheduled', { day: looseDateText(story.scheduledFor.slice(0, 10)) })}</span>
          ) : story.publishedOn ? (
            <span>{t('list.published', { day: looseDateText(story.publishedOn) })}</span>
          ) : story.own ? (
            <span>{t('list.updated', { when: timeText(story.updatedAt) })}</span>
          ) : null}
          {story.dueOn && story.state !== 'published' && (
            <span>{t('list.wished', { day: looseDateText(story.dueOn) })}</span>
          )}
        </p>
      </div>
      {story.own && (discarded || (story.state === 'draft' && !story.correcting)) && (
        <RowActions story={story} discarded={discarded} />
      )}
    </li>
  )
}

function RowActions({ story, discarded }: { readonly story: StorySummary; readonly discarded: boolean }) {
  const { t } = useTranslation('stories')
  const client = useQueryClient()
  const notice = useUndoNotice()
  const title = story.title || t('list.untitled')
  const renew = () => client.invalidateQueries({ queryKey: queryKeys.stories })
  const restore = async () => {
    await request('POST', `${storyAddress(story.id)}/restore`)
    await renew()
  }
  const run = async (does: 'discard' | 'restore') => {
    try {
      if (does === 'restore') return await restore()
      await request('DELETE', storyAddress(story.id))
      await renew()
      notice.done(t('list.discardedNow'), title, restore)
    } catch (error) {
      notice.failed(t(`list.${does}Failed`), error)
    } finally {
      requestAnimationFrame(keepFocus)
    }
  }
  const does = discarded ? 'restore' : 'discard'
  return (
    <Button type="text" size="small" aria-label={t(`list.${does}Of`, { title })} onClick={() => void run(does)}>
      {t(`list.${does}`)}
    </Button>
  )
}
