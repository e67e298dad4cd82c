import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select, Switch } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedView } from '../../../library/feeds/feed-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { copyRichText } from '../../search/copy-rich-text.ts'
import { queryText, send } from '../../service/client.ts'
import { ServiceError } from '../../service/service-error.ts'
import { printBlob } from '../../templates/preview/print-blob.ts'
import styles from '../desk/feed-page.module.css'
import { entriesQuery, feedRoute } from '../feed-queries.ts'

/** What leaves on paper or by pasting: for an official account, as a booklet, on the notice board, as a card to fill in. */
export function PapersPart({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const [issue, setIssue] = useState(feed.issue)
  if (feed.issue === 0)
    return (
      <EmptyNotice title={t('papers.emptyTitle')}>
        <p>{t('papers.emptyWhat')}</p>
      </EmptyNotice>
    )
  return (
    <div className={styles.stack}>
      <h2 className="visually-hidden">{t('parts.papers')}</h2>
      <IssueChoice feed={feed} issue={issue} onIssue={setIssue} />
      <Account feed={feed} issue={issue} />
      <Paper
        feed={feed}
        name="booklet"
        file={(kind) => ({ path: `/booklet.${kind}`, query: { issue } })}
        title={t('papers.fileName', { title: feed.title, what: t('papers.booklet.name'), issue })}
      />
      <Poster feed={feed} />
      <Paper
        feed={feed}
        name="card"
        file={(kind) => ({ path: `/card.${kind}`, query: { issue } })}
        title={t('papers.fileNamePlain', { title: feed.title, what: t('papers.card.name') })}
      />
    </div>
  )
}

interface IssueChoiceProps {
  readonly feed: FeedView
  readonly issue: number
  readonly onIssue: (issue: number) => void
}

function IssueChoice({ feed, issue, onIssue }: IssueChoiceProps) {
  const { t } = useTranslation('feeds')
  const id = useId()
  if (feed.issue < 2) return null
  const issues = Array.from({ length: feed.issue }, (_, at) => feed.issue - at)
  return (
    <p className={styles.actions}>
      <label htmlFor={id}>{t('papers.issue')}</label>
      <Select
        id={id}
        value={issue}
        options={issues.map((value) => ({ value, label: t('entries.issue', { issue: value }) }))}
        onChange={onIssue}
      />
    </p>
  )
}

/** HTML with its styles inline, put on the clipboard as text with its form. */
function Account({ feed, issue }: { readonly feed: FeedView; readonly issue: number }) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const [named, setNamed] = useState(false)
  const html = async () =>
    (await fileOf(feed.id, '/account.html', { issue, pictures: named ? 'named' : 'data' })).text()
  const copy = useMutation({
    mutationFn: async () => {
      const text = await html()
      const plain = new DOMParser().parseFromString(text, 'text/html').body.textContent ?? ''
      await copyRichText({ plain: plain.replace(/\n{3,}/g, '\n\n').trim(), html: text })
    },
  })
  const save = useMutation({
    mutationFn: async () => {
      const name = t('papers.fileName', { title: feed.title, what: t('papers.account.name'), issue })
      saveFile(new Blob([await html()], { type: 'text/html' }), `${name}.html`)
    },
  })
  return (
    <Sheet name="account" said={copy.isSuccess ? t('papers.account.copied') : ''} error={copy.error ?? save.error}>
      <Button type="primary" loading={copy.isPending} onClick={() => copy.mutate()}>
        {t('papers.account.copy')}
      </Button>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('papers.account.save')}
      </Button>
      <Switch id={id} checked={named} onChange={setNamed} />
      <label htmlFor={id}>{t('papers.account.named')}</label>
    </Sheet>
  )
}

interface PaperProps {
  readonly feed: FeedView
  readonly name: 'booklet' | 'card'
  readonly file: (kind: 'docx' | 'pdf') => { readonly path: string; readonly query: Record<string, number> }
  readonly title: string
}

/** A document to save, or to print from here. Where nothing makes a PDF, the window prints it. */
function Paper({ feed, name, file, title }: PaperProps) {
  const { t } = useTranslation('feeds')
  const get = (kind: 'docx' | 'pdf') => {
    const { path, query } = file(kind)
    return fileOf(feed.id, path, query)
  }
  const save = useMutation({
    mutationFn: async (kind: 'docx' | 'pdf') => saveFile(await get(kind), `${title}.${kind}`),
  })
  const print = useMutation({ mutationFn: async () => printBlob(await get('docx'), title) })
  return (
    <Sheet name={name} said={save.isSuccess ? t('papers.saved') : ''} error={save.error ?? print.error}>
      <Button type="primary" loading={save.isPending && save.variables === 'docx'} onClick={() => save.mutate('docx')}>
        {t('papers.docx')}
      </Button>
      <Button loading={save.isPending && save.variables === 'pdf'} onClick={() => save.mutate('pdf')}>
        {t('papers.pdf')}
      </Button>
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {t('papers.print')}
      </Button>
    </Sheet>
  )
}

/** One story large on A3, for the notice board; without a choice the whole issue. */
function Poster({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const entries = useQuery(entriesQuery(feed.id))
  const [story, setStory] = useState('')
  const withdrawn = new Set(entries.data?.flatMap(({ type, of }) => (type === 'withdrawal' && of ? [of] : [])))
  const standing = (entries.data ?? []).filter((entry) => entry.type === 'story' && !withdrawn.has(entry.id))
  const save = useMutation({
    mutationFn: async () => {
      const chosen = standing.find(({ storyId }) => storyId === story)
      const file = await fileOf(feed.id, '/poster.pdf', story === '' ? {} : { story })
      saveFile(
        file,
        `${t('papers.fileNamePlain', { title: chosen?.title ?? feed.title, what: t('papers.poster.name') })}.pdf`,
      )
    },
  })
  return (
    <Sheet name="poster" said={save.isSuccess ? t('papers.saved') : ''} error={save.error}>
      <label htmlFor={id}>{t('papers.poster.story')}</label>
      <Select
        id={id}
        className={styles.storyChoice ?? ''}
        value={story}
        options={[
          { value: '', label: t('papers.poster.newest') },
          ...standing.map((entry) => ({ value: entry.storyId ?? '', label: entry.title })),
        ]}
        onChange={setStory}
      />
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('papers.pdf')}
      </Button>
    </Sheet>
  )
}

interface SheetProps {
  readonly name: 'account' | 'booklet' | 'poster' | 'card'
  readonly said: string
  readonly error: unknown
  readonly children: ReactNode
}

function Sheet({ name, said, error, children }: SheetProps) {
  const { t } = useTranslation('feeds')
  const cannotPrint = error instanceof ServiceError && error.status === 501
  return (
    <section className={styles.sheet} aria-labelledby={`paper-${name}`}>
      <h3 id={`paper-${name}`} className={styles.subheading}>
        {t(`papers.${name}.title`)}
      </h3>
      <p className={styles.muted}>{t(`papers.${name}.lead`)}</p>
      <div className={styles.actions}>{children}</div>
      <p role="status" className={styles.muted}>
        {said}
      </p>
      {error !== null && error !== undefined && <ErrorNotice error={error} />}
      {cannotPrint && <p>{t('papers.cannotPrint')}</p>}
    </section>
  )
}

async function fileOf(feedId: string, path: string, query: Record<string, string | number>): Promise<Blob> {
  const answer = await send('GET', feedRoute(feedId, path) + queryText(query))
  return answer.blob()
}
