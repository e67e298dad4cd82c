import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedCandidate, FeedPreview, FeedView } from '../../../library/feeds/feed-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { useKept } from '../../office/use-kept.ts'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { previewQuery } from '../feed-queries.ts'
import { inOrder, moved } from './candidate-order.ts'
import { CandidateRow } from './candidate-row.tsx'
import { ChoiceDialog, type ChoiceSubject } from './choice-dialog.tsx'
import { ChoiceList } from './choice-list.tsx'
import styles from './feed-page.module.css'
import { IssueChanges } from './issue-changes.tsx'
import { MakeIssue } from './make-issue.tsx'
import { OrderedCandidates } from './ordered-candidates.tsx'

/** The next issue as it would be now, and what can be said about it. */
export function IssuePart({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const preview = useQuery(previewQuery(feed.id))
  if (preview.isPending) return <LoadingNotice />
  if (preview.isError && !preview.data)
    return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  return (
    <>
      <h2 className="visually-hidden">{t('issue.title')}</h2>
      <NextIssue feed={feed} preview={preview.data} />
    </>
  )
}

function NextIssue({ feed, preview }: { readonly feed: FeedView; readonly preview: FeedPreview }) {
  const { t } = useTranslation('feeds')
  const [order, setOrder] = useKept<readonly string[]>(`feed-order ${feed.id} ${preview.issue}`, [])
  const [subject, setSubject] = useState<ChoiceSubject>()
  const { announcement, announce, dismiss } = useAnnouncement()
  const chosen = inOrder(
    preview.candidates.filter((candidate) => candidate.chosen),
    order,
  )
  const excluded = new Set(feed.choices.filter(({ choice }) => choice === 'exclude').map(({ storyId }) => storyId))
  const others = preview.candidates.filter((candidate) => !candidate.chosen && !excluded.has(candidate.story.id))
  const ids = chosen.map(({ story }) => story.id)
  const move = (from: number, to: number) => {
    const after = moved(ids, from, to)
    setOrder(() => after)
    const title = chosen[from]?.story.title ?? ''
    if (to >= 0 && to < ids.length) announce(t('issue.moved', { title, place: to + 1, n: ids.length }))
  }
  const ask = (candidate: FeedCandidate, choice: 'pin' | 'exclude') =>
    setSubject({ storyId: candidate.story.id, title: candidate.story.title, choice })
  const nothing = chosen.length === 0 && others.length === 0
  return (
    <div className={styles.stack}>
      <div className={styles.beside}>
        <section className={styles.section} aria-labelledby="issue-chosen">
          <h2 id="issue-chosen" className={styles.heading}>
            {t('issue.chosen', { issue: preview.issue, n: chosen.length })}
          </h2>
          {chosen.length > 1 && <p className={styles.hint}>{t('issue.orderHint')}</p>}
          {nothing && (
            <EmptyNotice title={t('issue.emptyTitle')}>
              <p>{t('issue.emptyWhat')}</p>
              <p>{t('issue.emptyHow')}</p>
            </EmptyNotice>
          )}
          {!nothing && chosen.length === 0 && <p className={styles.muted}>{t('issue.noneChosen')}</p>}
          <OrderedCandidates candidates={chosen} onMove={move} onAsk={ask} />
        </section>
        <div className={styles.aside}>
          <IssueChanges preview={preview} />
          <MakeIssue feed={feed} preview={preview} stories={ids} reordered={order.length > 0} />
        </div>
      </div>
      {others.length > 0 && (
        <section className={styles.section} aria-labelledby="issue-others">
          <h2 id="issue-others" className={styles.subheading}>
            {t('issue.others', { n: others.length })}
          </h2>
          <ul>
            {others.slice(0, 60).map((candidate) => (
              <li key={candidate.story.id}>
                <CandidateRow candidate={candidate} onAsk={ask} />
              </li>
            ))}
          </ul>
          {others.length > 60 && <p className={styles.muted}>{t('issue.more', { n: others.length - 60 })}</p>}
        </section>
      )}
      <ChoiceList feed={feed} />
      <ChoiceDialog
        feedId={feed.id}
        subject={subject}
        onClose={() => setSubject(undefined)}
        onDone={({ title, choice }) => announce(t(choice === 'pin' ? 'choice.pinned' : 'choice.excluded', { title }))}
      />
      <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
    </div>
  )
}
