import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryProposal, StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import type { StorySummary } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { request } from '../../service/client.ts'
import { vocabularyQuery } from '../story-queries.ts'
import styles from './importing.module.css'
import { ProposalDetail } from './proposal-detail.tsx'
import { beginWork, proposalWork, unseenFields } from './proposal-work.ts'
import { SheetColumns } from './sheet-columns.tsx'

interface ProposalReviewProps {
  readonly answer: StoryProposals
  /** The sheets were read again with other columns. */
  readonly onRead: (answer: StoryProposals) => void
  readonly onDrop: () => void
  readonly onKept: (stories: readonly StorySummary[]) => void
}

/** The proposals of an upload, looked at one by one or together, and kept as drafts. */
export function ProposalReview({ answer, onRead, onDrop, onKept }: ProposalReviewProps) {
  const { t } = useTranslation('storyTelling')
  const { proposals, skipped } = answer
  const vocabulary = useQuery(vocabularyQuery)
  const [work, step] = useReducer(proposalWork, answer, beginWork)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const current = proposals.find(({ id }) => id === work.current)
  const chosen = proposals.filter(({ id }) => work.chosen.has(id))
  const nameless = chosen.filter(({ id }) => (work.records[id]?.title ?? '').trim() === '')
  const keep = async () => {
    setBusy(true)
    setError(null)
    try {
      const stories = chosen.map(({ id, record }) => ({ id, record: work.records[id] ?? record }))
      const route = `/api/story-proposals/${encodeURIComponent(answer.upload)}/keep`
      onKept(await request<StorySummary[]>('POST', route, { body: { stories } }))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <>
      {skipped.length > 0 && (
        <details className={styles.skipped}>
          <summary>{t('import.skipped', { n: skipped.length })}</summary>
          <ul>
            {skipped.map(({ file, reason }) => (
              <li key={file}>{t('start.skipped', { file, reason })}</li>
            ))}
          </ul>
        </details>
      )}
      {answer.sheets && <SheetColumns upload={answer.upload} sheets={answer.sheets} onRead={onRead} />}
      <div className={styles.bar}>
        <Checkbox
          checked={chosen.length > 0 && chosen.length === proposals.length}
          indeterminate={chosen.length > 0 && chosen.length < proposals.length}
          disabled={proposals.length === 0}
          onChange={({ target }) =>
            step({ type: 'choose', ids: proposals.map(({ id }) => id), chosen: target.checked })
          }
        >
          {t('import.chosen', { n: chosen.length, of: proposals.length })}
        </Checkbox>
        <span className={styles.actions}>
          <Button onClick={onDrop}>{t('import.dropAll')}</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={chosen.length === 0 || nameless.length > 0}
            onClick={() => void keep()}
          >
            {t('import.keep', { n: chosen.length })}
          </Button>
        </span>
      </div>
      {nameless.length > 0 && (
        <p role="status" className={styles.muted}>
          {t('import.nameless', { n: nameless.length })}
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {proposals.length === 0 && <p className={styles.muted}>{t('import.nothing')}</p>}
      <div className={styles.review}>
        <ul className={styles.list} aria-label={t('import.proposals')}>
          {proposals.map((proposal) => (
            <ProposalLine
              key={proposal.id}
              proposal={proposal}
              title={work.records[proposal.id]?.title ?? ''}
              current={proposal.id === work.current}
              chosen={work.chosen.has(proposal.id)}
              unseen={unseenFields(work, proposal).length}
              onGo={() => step({ type: 'go', id: proposal.id })}
              onChoose={(is) => step({ type: 'choose', ids: [proposal.id], chosen: is })}
            />
          ))}
        </ul>
        {current && vocabulary.data && (
          <ProposalDetail
            key={current.id}
            upload={answer.upload}
            proposal={current}
            record={work.records[current.id] ?? current.record}
            vocabulary={vocabulary.data}
            unseen={unseenFields(work, current)}
            onStep={step}
          />
        )}
      </div>
    </>
  )
}

interface ProposalLineProps {
  readonly proposal: StoryProposal
  readonly title: string
  readonly current: boolean
  readonly chosen: boolean
  readonly unseen: number
  readonly onGo: () => void
  readonly onChoose: (chosen: boolean) => void
}

function ProposalLine({ proposal, title, current, chosen, unseen, onGo, onChoose }: ProposalLineProps) {
  const { t } = useTranslation(['storyTelling', 'stories'])
  const name = title || t('stories:list.untitled')
  return (
    <li className={styles.line} data-current={current ? '' : undefined}>
      <Checkbox
        checked={chosen}
        aria-label={t('import.choose', { title: name })}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <button type="button" className={styles.lineName} aria-current={current ? 'true' : undefined} onClick={onGo}>
        <span>{name}</span>
        <span className={styles.muted}>
          {proposal.row === undefined ? proposal.file : t('import.row', { file: proposal.file, n: proposal.row })}
          {' · '}
          {unseen > 0 ? t('import.toSee', { n: unseen }) : t('import.allSeen')}
        </span>
        {proposal.kept ? (
          <span className={styles.like}>{t('import.keptBefore')}</span>
        ) : (
          proposal.like && <span className={styles.like}>{t('import.like')}</span>
        )}
      </button>
    </li>
  )
}
