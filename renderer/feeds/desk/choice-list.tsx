import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeedView } from '../../../library/feeds/feed-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import { request } from '../../service/client.ts'
import { feedRoute, useFeedChange } from '../feed-queries.ts'
import styles from './feed-page.module.css'

/** What people decided about stories of this column, by whom and why; each can be taken back. */
export function ChoiceList({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const timeText = useTimeText()
  const remove = useFeedChange((storyId: string) =>
    request<unknown>('DELETE', feedRoute(feed.id, `/choices/${encodeURIComponent(storyId)}`)),
  )
  if (feed.choices.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="choices-title">
      <h2 id="choices-title" className={styles.subheading}>
        {t('choice.listTitle')}
      </h2>
      {remove.isError && <ErrorNotice error={remove.error} />}
      <ul className={styles.rows}>
        {feed.choices.map((choice) => (
          <li key={choice.storyId} className={styles.row}>
            <div className={styles.rowText}>
              <span>
                <span className={styles.tag}>{t(`choice.is.${choice.choice}`)}</span> {choice.title}
              </span>
              <span>{choice.reason}</span>
              <span className={styles.hint}>{t('choice.by', { by: choice.by, at: timeText(choice.at) })}</span>
            </div>
            <Button
              size="small"
              disabled={remove.isPending}
              aria-label={t('choice.removeOf', { title: choice.title })}
              onClick={() => remove.mutate(choice.storyId, { onSuccess: () => requestAnimationFrame(keepFocus) })}
            >
              {t('choice.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
