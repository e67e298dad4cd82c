import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryProposal, StoryProposals } from '../../../library/stories/proposing/proposal-view.ts'
import type { StorySummary } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { emptyRecord } from '../empty-record.ts'
import { STORY_FILES } from '../importing/story-files.ts'
import { SendingLine } from '../sending-line.tsx'
import { createStory, storiesQuery } from '../story-queries.ts'
import { useSending } from '../use-sending.ts'
import styles from './telling.module.css'
import { keepTold } from './told-from.ts'

/** The ways to begin: a title and on, notes pasted in, a file dropped; and drafts to go on with. */
export function StartPanel() {
  const { t } = useTranslation('storyTelling')
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [notes, setNotes] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [skipped, setSkipped] = useState<StoryProposals['skipped']>([])
  const sending = useSending<StoryProposals>()

  const go = async (story: string, question: 'title' | 'problem') => {
    await client.invalidateQueries({ queryKey: [...queryKeys.stories, 'list'] })
    await navigate({ to: '/stories/new', search: { story, question } })
  }
  const run = async (what: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await what()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const begin = () =>
    run(async () => {
      const story = await createStory({ title: title.trim() })
      await go(story.id, 'problem')
    })
  const beginFrom = async (storyId: string, proposal: StoryProposal) => {
    keepTold(storyId, { record: proposal.record, read: proposal.read, left: proposal.left, decided: [] })
    await go(storyId, 'title')
  }
  const readNotes = () =>
    run(async () => {
      const proposal = await request<StoryProposal>('POST', '/api/story-proposals/text', { body: { text: notes } })
      const story = await createStory({ title: proposal.record.title })
      await beginFrom(story.id, proposal)
    })
  const readFiles = (files: readonly File[]) =>
    run(async () => {
      setSkipped([])
      const answer = await sending.send(
        '/api/story-proposals',
        files.map((file) => ({ path: file.name, file })),
      )
      if (!answer) return
      setSkipped(answer.skipped)
      const [proposal, ...more] = answer.proposals
      if (!proposal) return
      if (more.length > 0) return navigate({ to: '/stories/import', search: { upload: answer.upload } })
      // Only what is no sentence of the story is kept at once: its name, its pictures, where it comes from.
      const { title: name, media, sources } = proposal.record
      const record = { ...emptyRecord(name || plainName(proposal.file)), media, sources }
      const [kept] = await request<StorySummary[]>('POST', `/api/story-proposals/${answer.upload}/keep`, {
        body: { stories: [{ id: proposal.id, record }] },
      })
      if (kept) await beginFrom(kept.id, proposal)
    })
  return (
    <div className={styles.start}>
      <form
        className={styles.way}
        onSubmit={(event) => {
          event.preventDefault()
          if (title.trim() !== '' && !busy) void begin()
        }}
      >
        <h2>{t('start.tell')}</h2>
        <p className={styles.muted}>{t('start.tellLead')}</p>
        <label htmlFor={`${id}-title`}>{t('start.name')}</label>
        <Input
          id={`${id}-title`}
          value={title}
          maxLength={200}
          autoFocus
          autoComplete="off"
          placeholder={t('start.nameExample')}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div>
          <Button type="primary" htmlType="submit" disabled={title.trim() === '' || busy}>
            {t('start.begin')}
          </Button>
        </div>
      </form>
      <form
        className={styles.way}
        onSubmit={(event) => {
          event.preventDefault()
          if (notes.trim() !== '' && !busy) void readNotes()
        }}
      >
        <h2>{t('start.notes')}</h2>
        <p className={styles.muted}>{t('start.notesLead')}</p>
        <label htmlFor={`${id}-notes`} className="visually-hidden">
          {t('start.notes')}
        </label>
        <Input.TextArea
          id={`${id}-notes`}
          value={notes}
          maxLength={100_000}
          autoSize={{ minRows: 4, maxRows: 10 }}
          placeholder={t('start.notesExample')}
          onChange={(event) => setNotes(event.target.value)}
        />
        <div>
          <Button htmlType="submit" disabled={notes.trim() === '' || busy}>
            {t('start.readNotes')}
          </Button>
        </div>
      </form>
      <div className={styles.wholeWay}>
        <FileDrop
          title={t('start.drop')}
          hint={t('start.dropHint')}
          choose={t('start.choose')}
          icon="file"
          accept={STORY_FILES}
          several
          small
          busy={busy}
          onFiles={(files) => void readFiles(files)}
        />
        {sending.fraction !== undefined && <SendingLine fraction={sending.fraction} onCancel={sending.cancel} />}
        {(error ?? sending.error) !== null && <ErrorNotice error={error ?? sending.error} />}
        {skipped.length > 0 && (
          <ul role="alert" className={styles.problem}>
            {skipped.map(({ file, reason }) => (
              <li key={file}>{t('start.skipped', { file, reason })}</li>
            ))}
          </ul>
        )}
        <Unfinished />
      </div>
    </div>
  )
}

/** Drafts that were begun and not yet submitted. */
function Unfinished() {
  const { t } = useTranslation(['storyTelling', 'stories'])
  const drafts = useQuery(storiesQuery({ state: 'draft', own: true, limit: 4 }))
  if (!drafts.data || drafts.data.total === 0) return null
  return (
    <section className={styles.unfinished}>
      <h2>{t('start.unfinished')}</h2>
      <ul>
        {drafts.data.stories.map(({ id, title }) => (
          <li key={id}>
            <Link to="/stories/new" search={{ story: id, question: 'title' }}>
              {title || t('stories:list.untitled')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function plainName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[^.]+$/, '')
}
