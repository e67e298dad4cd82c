import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeedPreview, FeedStop, FeedView } from '../../../library/feeds/feed-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { request } from '../../service/client.ts'
import { feedRoute, useFeedChange } from '../feed-queries.ts'
import styles from './feed-page.module.css'

interface MakeIssueProps {
  readonly feed: FeedView
  readonly preview: FeedPreview
  /** The chosen stories in the person's order. */
  readonly stories: readonly string[]
  readonly reordered: boolean
}

/** 出一期: from here the entries stand for ever; what the gate finds is told with its way out. */
export function MakeIssue({ feed, preview, stories, reordered }: MakeIssueProps) {
  const { t } = useTranslation('feeds')
  const make = useFeedChange(() =>
    request<FeedView>('POST', feedRoute(feed.id, '/issues'), { body: reordered ? { stories } : {} }),
  )
  const { corrections, withdrawals, answers, stops } = preview
  const others = corrections.length + withdrawals.length + answers.length
  const made = make.data
  return (
    <section className={styles.sheet} aria-labelledby="make-title">
      <h2 id="make-title" className={styles.subheading}>
        {t('issue.makeTitle', { issue: preview.issue })}
      </h2>
      <p>
        {t('issue.makeWhat', { n: stories.length })}
        {others > 0 && t('issue.makeOthers', { n: others })}
      </p>
      <p className={styles.hint}>{t('issue.makeHint')}</p>
      {stops.length > 0 && <Stops feedId={feed.id} stops={stops} />}
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={make.isPending}
          disabled={stories.length + others === 0 || stops.length > 0}
          onClick={() => make.mutate(undefined)}
        >
          {t('issue.make', { issue: preview.issue })}
        </Button>
      </div>
      {make.isError && <ErrorNotice error={make.error} />}
      <p role="status">
        {made && (
          <>
            {t('issue.made', { issue: made.issue })}{' '}
            <Link to="/feeds/$feedId" params={{ feedId: feed.id }} search={{ part: 'site' }}>
              {t('issue.toSite')}
            </Link>
          </>
        )}
      </p>
    </section>
  )
}

/** What must not leave with the issue: where it stands, and the way out. */
function Stops({ feedId, stops }: { readonly feedId: string; readonly stops: readonly FeedStop[] }) {
  const { t } = useTranslation('feeds')
  return (
    <div className={styles.warned}>
      <p>{t('issue.stopped')}</p>
      <ul className={styles.rows}>
        {stops.map(({ storyId, place, says, todo }) => (
          <li key={`${place} ${says}`} className={styles.row}>
            <span className={styles.rowText}>
              <span>
                {place}：{says}
              </span>
              <span className={styles.hint}>{todo}</span>
            </span>
            {storyId === undefined ? (
              <Link to="/feeds/$feedId" params={{ feedId }} search={{ part: 'definition' }}>
                {t('issue.goThere')}
              </Link>
            ) : (
              <Link to="/item/$itemId" params={{ itemId: storyId }} search={{}}>
                {t('issue.goThere')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
