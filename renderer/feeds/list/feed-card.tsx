import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FeedSummary } from '../../../library/feeds/feed-view.ts'
import { useShownDate } from '../../reading/shown-date.ts'
import styles from './feeds-page.module.css'

/** A column at a glance: its newest issue, what waits for the next, what has changed since. */
export function FeedCard({ feed, onDiscard }: { readonly feed: FeedSummary; readonly onDiscard: () => void }) {
  const { t } = useTranslation('feeds')
  const shown = useShownDate()
  return (
    <li className={styles.card}>
      <h2 className={styles.cardTitle}>
        <Link to="/feeds/$feedId" params={{ feedId: feed.id }} search={{}}>
          {feed.title}
        </Link>
      </h2>
      {feed.publisher && <p className={styles.muted}>{feed.publisher}</p>}
      <p>
        {feed.issue > 0 && feed.issuedAt
          ? t('list.issued', { issue: feed.issue, date: shown(feed.issuedAt.slice(0, 10)), n: feed.entries })
          : t('list.notIssued')}
      </p>
      <p className={styles.muted}>
        {feed.waiting > 0 ? t('list.waiting', { n: feed.waiting }) : t('list.nothingWaiting')}
        {feed.changed > 0 && ` ${t('list.changed', { n: feed.changed })}`}
      </p>
      <p className={styles.cardActions}>
        <Link to="/show" search={{ feed: feed.id }} className={styles.quiet}>
          {t('list.show')}
        </Link>
        <Button type="text" size="small" onClick={onDiscard} aria-label={t('list.discardOf', { title: feed.title })}>
          {t('list.discard')}
        </Button>
      </p>
    </li>
  )
}
