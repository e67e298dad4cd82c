import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedEntry, FeedView } from '../../../library/feeds/feed-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { useTimeText } from '../../design/use-time-text.ts'
import { useTaking } from '../../meetings/taking/taking-context.ts'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { request } from '../../service/client.ts'
import { entriesQuery, feedRoute, useFeedChange } from '../feed-queries.ts'
import { entriesByIssue } from './entries-by-issue.ts'
import styles from './feed-page.module.css'

/** What was published when: entries stand for ever, a withdrawal is one more. */
export function EntriesPart({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const entries = useQuery(entriesQuery(feed.id))
  const [withdrawing, setWithdrawing] = useState<FeedEntry>()
  const { announcement, announce, dismiss } = useAnnouncement()
  if (entries.isPending) return <LoadingNotice />
  if (entries.isError && !entries.data)
    return <ErrorNotice error={entries.error} onRetry={() => void entries.refetch()} />
  const withdrawn = new Set(entries.data.filter(({ type }) => type === 'withdrawal').map(({ of }) => of))
  if (entries.data.length === 0)
    return (
      <EmptyNotice title={t('entries.emptyTitle')}>
        <p>{t('entries.emptyWhat')}</p>
      </EmptyNotice>
    )
  return (
    <div className={styles.stack}>
      {entriesByIssue(entries.data).map(([issue, ofIssue]) => (
        <section key={issue} className={styles.section} aria-labelledby={`issue-${issue}`}>
          <h2 id={`issue-${issue}`} className={styles.heading}>
            {t('entries.issue', { issue })}
          </h2>
          <ul className={styles.rows}>
            {ofIssue.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                withdrawn={withdrawn.has(entry.id)}
                onWithdraw={() => setWithdrawing(entry)}
              />
            ))}
          </ul>
        </section>
      ))}
      <Dialog
        open={withdrawing !== undefined}
        title={t('entries.withdrawTitle')}
        onClose={() => setWithdrawing(undefined)}
      >
        {withdrawing && (
          <WithdrawForm
            feedId={feed.id}
            entry={withdrawing}
            onClose={() => setWithdrawing(undefined)}
            onDone={() => announce(t('entries.withdrawn', { title: withdrawing.title }))}
          />
        )}
      </Dialog>
      <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
    </div>
  )
}

interface EntryRowProps {
  readonly entry: FeedEntry
  readonly withdrawn: boolean
  readonly onWithdraw: () => void
}

function EntryRow({ entry, withdrawn, onWithdraw }: EntryRowProps) {
  const { t } = useTranslation('feeds')
  const { t: meetings } = useTranslation('meetings')
  const take = useTaking()
  const timeText = useTimeText()
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <span>
          <span className={styles.tag}>{t(`entries.type.${entry.type}`)}</span>{' '}
          {entry.storyId ? (
            <Link
              to="/item/$itemId"
              params={{ itemId: entry.storyId }}
              search={entry.revision ? { revision: entry.revision } : {}}
            >
              {entry.title}
            </Link>
          ) : (
            entry.title
          )}
        </span>
        {entry.note && <span>{entry.note}</span>}
        <span className={styles.hint}>
          {timeText(entry.publishedAt)}
          {entry.updatedAt > entry.publishedAt && `　${t('entries.updated', { at: timeText(entry.updatedAt) })}`}
          {withdrawn && `　${t('entries.isWithdrawn')}`}
        </span>
      </div>
      {entry.type === 'story' && !withdrawn && entry.storyId && (
        <Button
          size="small"
          aria-label={`${meetings('take.action')}：${entry.title}`}
          onClick={() => take({ reference: { itemId: entry.storyId ?? '' }, name: entry.title })}
        >
          {meetings('take.action')}
        </Button>
      )}
      {entry.type === 'story' && !withdrawn && (
        <Button size="small" aria-label={t('entries.withdrawOf', { title: entry.title })} onClick={onWithdraw}>
          {t('entries.withdraw')}
        </Button>
      )}
    </li>
  )
}

interface WithdrawFormProps {
  readonly feedId: string
  readonly entry: FeedEntry
  readonly onClose: () => void
  readonly onDone: () => void
}

function WithdrawForm({ feedId, entry, onClose, onDone }: WithdrawFormProps) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const [reason, setReason] = useState('')
  const withdraw = useFeedChange(() =>
    request<unknown>('POST', feedRoute(feedId, '/withdrawals'), { body: { entryId: entry.id, reason: reason.trim() } }),
  )
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '' || withdraw.isPending) return
        withdraw.mutate(undefined, {
          onSuccess: () => {
            onClose()
            onDone()
          },
        })
      }}
    >
      <p>{entry.title}</p>
      <p className={styles.hint}>{t('entries.withdrawWhat')}</p>
      <label htmlFor={id}>{t('entries.withdrawReason')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        placeholder={t('entries.withdrawExample')}
        onChange={(event) => setReason(event.target.value)}
      />
      {withdraw.isError && <ErrorNotice error={withdraw.error} />}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" disabled={reason.trim() === '' || withdraw.isPending}>
          {t('entries.withdraw')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
