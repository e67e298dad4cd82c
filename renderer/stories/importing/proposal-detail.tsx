import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type Dispatch, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryProposal } from '../../../library/stories/proposing/proposal-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { ShownStory, StoryVocabulary } from '../../../library/stories/story-view.ts'
import { localDay } from '../../drafts/local-day.ts'
import { withValueAt } from '../../record-form/record-path.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { StoryFormSections } from '../form/story-form.tsx'
import type { StoryForm } from '../form/story-form-context.ts'
import { PictureSource } from '../pictures/picture-source.ts'
import { storyAddress } from '../story-queries.ts'
import styles from './importing.module.css'
import type { WorkStep } from './proposal-work.ts'

interface ProposalDetailProps {
  readonly upload: string
  readonly proposal: StoryProposal
  readonly record: StoryRecord
  readonly vocabulary: StoryVocabulary
  readonly unseen: readonly string[]
  readonly onStep: Dispatch<WorkStep>
}

/** One proposal in the whole form: each field says where it was read, and is confirmed or changed. */
export function ProposalDetail({ upload, proposal, record, vocabulary, unseen, onStep }: ProposalDetailProps) {
  const { t } = useTranslation('storyTelling')
  const { id } = proposal
  const form = useMemo<StoryForm>(
    () => ({
      record,
      vocabulary,
      today: localDay(new Date()),
      readOnly: false,
      change: (path, value) => onStep({ type: 'change', id, record: withValueAt(record, path, value), field: path }),
      changeRecord: (next) => onStep({ type: 'change', id, record: next(record) }),
      findingsAt: () => [],
      tasksAt: () => [],
      readAt: (path) => (unseen.includes(path) ? proposal.read.find(({ field }) => field === path) : undefined),
      onConfirm: (path) => onStep({ type: 'see', id, fields: [path] }),
    }),
    [record, vocabulary, unseen, proposal, id, onStep],
  )
  const pictureRoute = useCallback(
    (sha256: string) => `/api/story-proposals/${encodeURIComponent(upload)}/pictures/${sha256}`,
    [upload],
  )
  return (
    <section className={styles.detail} aria-label={record.title || proposal.file}>
      <div className={styles.detailHead}>
        <p className={styles.muted}>{t('import.detail')}</p>
        {unseen.length > 0 && (
          <Button size="small" onClick={() => onStep({ type: 'see', id, fields: unseen })}>
            {t('import.confirmAll', { n: unseen.length })}
          </Button>
        )}
      </div>
      {proposal.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {proposal.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {proposal.like && <Twin like={proposal.like} record={record} />}
      {proposal.left.length > 0 && (
        <details className={styles.left}>
          <summary>{t('left', { n: proposal.left.length })}</summary>
          {proposal.left.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </details>
      )}
      <PictureSource value={pictureRoute}>
        <StoryFormSections form={form} />
      </PictureSource>
    </section>
  )
}

interface TwinProps {
  readonly like: NonNullable<StoryProposal['like']>
  readonly record: StoryRecord
}

/** What is here already and says nearly the same, beside what was read. */
function Twin({ like, record }: TwinProps) {
  const { t } = useTranslation('storyTelling')
  const other = useQuery({
    queryKey: [...queryKeys.stories, 'shown', like.id],
    queryFn: ({ signal }) =>
      request<ShownStory>('GET', `/api/stories/shown/${encodeURIComponent(like.id)}`, { signal }).catch(() =>
        request<ShownStory>('GET', `${storyAddress(like.id)}/preview`, { signal }),
      ),
  })
  const theirs = other.data?.passages.filter(({ type }) => type !== 'heading').map(({ text }) => text) ?? []
  return (
    <div className={styles.twin}>
      <p>{t('import.twin', { percent: Math.round(like.likeness * 100) })}</p>
      <div className={styles.sides}>
        <div>
          <p className={styles.sideTitle}>{t('import.here')}</p>
          <Link to="/item/$itemId" params={{ itemId: like.id }} search={{}}>
            {like.title}
          </Link>
          {theirs.map((words, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice
            <p key={at}>{words.slice(0, 300)}</p>
          ))}
        </div>
        <div>
          <p className={styles.sideTitle}>{t('import.fromFile')}</p>
          <p>{record.title}</p>
          {[record.problem, record.done, record.result].filter(Boolean).map((words) => (
            <p key={words.slice(0, 80)}>{words.slice(0, 300)}</p>
          ))}
        </div>
      </div>
    </div>
  )
}
