import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedStory, ReadResponses, TakenResponses } from '../../../library/stories/responses/response-view.ts'
import type { ColumnMatch } from '../../../library/templates/known/known-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import { rematched } from '../../office/sheets/matched-columns.ts'
import { request } from '../../service/client.ts'
import styles from '../desk/feed-page.module.css'
import { feedsQuery } from '../feed-queries.ts'
import { RefusedList } from './refused-list.tsx'
import { useResponseChange } from './responses-query.ts'
import { StoryField } from './story-field.tsx'

interface ReadFileProps {
  readonly read: ReadResponses
  readonly onTaken: (taken: TakenResponses) => void
  readonly onClose: () => void
}

/** What was read from a file: columns, stories and rows, to be confirmed before anything is kept. */
export function ReadFile({ read: first, onTaken, onClose }: ReadFileProps) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const timeText = useTimeText()
  const feeds = useQuery(feedsQuery)
  const [read, setRead] = useState(first)
  /** Columns and sheets chosen otherwise are read once more, so that the numbers are those of what will be taken. */
  const again = useMutation({
    mutationFn: (body: { readonly sheet?: string | undefined; readonly match?: readonly ColumnMatch[] | undefined }) =>
      request<ReadResponses>('POST', `/api/story-responses/read/${encodeURIComponent(read.upload)}`, { body }),
    onSuccess: setRead,
  })
  const [stories, setStories] = useState<Readonly<Record<string, string | null>>>({})
  const [feedId, setFeedId] = useState('')
  const take = useResponseChange(() =>
    request<TakenResponses>('POST', '/api/story-responses/take', {
      body: {
        upload: read.upload,
        ...(read.sheet !== undefined && { sheet: read.sheet }),
        ...(read.columns && { match: read.columns }),
        stories,
        ...(feedId !== '' && { feedId }),
      },
    }),
  )
  const fresh = read.total - read.known
  return (
    <section className={styles.sheet} aria-labelledby="read-title">
      <h3 ref={heading} tabIndex={-1} id="read-title" className={styles.heading}>
        {t('responses.files.read', { file: read.file, n: read.total })}
      </h3>
      {read.sender && (
        <p>
          {t('responses.files.sender', {
            name: read.sender.name ?? read.sender.code,
            at: timeText(read.sender.writtenAt),
          })}
        </p>
      )}
      {read.known > 0 && <p className={styles.muted}>{t('responses.files.known', { n: read.known })}</p>}
      {read.personal > 0 && <p className={styles.muted}>{t('responses.files.personal', { n: read.personal })}</p>}
      {read.notes.map((note) => (
        <p key={note} className={styles.muted}>
          {note}
        </p>
      ))}
      {read.sheets && read.sheets.length > 1 && (
        <p className={styles.actions}>
          <label htmlFor={`${id}-sheet`}>{t('responses.files.sheet')}</label>
          <Select
            id={`${id}-sheet`}
            className={styles.choice ?? ''}
            value={read.sheet ?? ''}
            options={read.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('responses.files.sheetRows', { name, n: rows }),
            }))}
            onChange={(sheet: string) => again.mutate({ sheet })}
          />
        </p>
      )}
      {read.columns && (
        <Columns
          matches={read.columns}
          fields={read.fields ?? []}
          onChange={(match) => again.mutate({ sheet: read.sheet, match })}
        />
      )}
      {again.isError && <ErrorNotice error={again.error} />}
      {read.stories.length > 0 && (
        <Stories
          named={read.stories}
          chosen={stories}
          onChoose={(name, story) => setStories((before) => ({ ...before, [name]: story }))}
        />
      )}
      <RefusedList refused={read.refused} />
      <p className={styles.actions}>
        <label htmlFor={`${id}-feed`}>{t('responses.cardsFeed')}</label>
        <Select
          id={`${id}-feed`}
          className={styles.choice ?? ''}
          value={feedId}
          options={[
            { value: '', label: t('responses.noFeed') },
            ...(feeds.data ?? []).map((feed) => ({ value: feed.id, label: feed.title })),
          ]}
          onChange={setFeedId}
        />
      </p>
      {take.isError && <ErrorNotice error={take.error} />}
      <div className={styles.actions}>
        <Button
          type="primary"
          disabled={fresh <= 0 || again.isPending}
          loading={take.isPending}
          onClick={() => take.mutate(undefined, { onSuccess: onTaken })}
        >
          {t('responses.files.take', { n: fresh })}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </section>
  )
}

interface ColumnsProps {
  readonly matches: readonly ColumnMatch[]
  readonly fields: readonly { readonly field: string; readonly title: string }[]
  readonly onChange: (matches: readonly ColumnMatch[]) => void
}

function Columns({ matches, fields, onChange }: ColumnsProps) {
  const { t } = useTranslation('feeds')
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t('responses.files.columns')}</caption>
        <tbody>
          {matches.map(({ column, field }) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              <td>
                <Select
                  className={styles.choice ?? ''}
                  aria-label={t('responses.files.columnIs', { column })}
                  value={field ?? ''}
                  options={[
                    { value: '', label: t('responses.files.unused') },
                    ...fields.map((one) => ({ value: one.field, label: one.title })),
                  ]}
                  onChange={(chosen: string) => onChange(rematched(matches, column, chosen || undefined))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface StoriesProps {
  readonly named: readonly NamedStory[]
  readonly chosen: Readonly<Record<string, string | null>>
  readonly onChoose: (named: string, story: string | null) => void
}

/** The stories as the file calls them, and what each is here. */
function Stories({ named, chosen, onChoose }: StoriesProps) {
  const { t } = useTranslation('feeds')
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({})
  const choose = (name: string, story: { readonly id?: string | undefined; readonly title: string }) => {
    if (story.id === undefined) return
    setTitles((before) => ({ ...before, [name]: story.title }))
    onChoose(name, story.id)
  }
  return (
    <div className={styles.section}>
      <h4 className={styles.subheading}>{t('responses.files.stories')}</h4>
      <ul className={styles.rows}>
        {named.map((story) => {
          const title = titles[story.named] ?? (chosen[story.named] === null ? undefined : story.title)
          return (
            <li key={story.named} className={styles.row}>
              <span className={styles.rowText}>
                <span>{t('responses.files.named', { name: story.named, n: story.responses })}</span>
                {title !== undefined && <span className={styles.hint}>{t('responses.files.is', { title })}</span>}
                {title === undefined && (
                  <span className={styles.actions}>
                    {story.maybe.map((maybe) => (
                      <Button key={maybe.id} size="small" onClick={() => choose(story.named, maybe)}>
                        {t('responses.files.maybe', { title: maybe.title })}
                      </Button>
                    ))}
                  </span>
                )}
              </span>
              {title === undefined && (
                <StoryField
                  label={t('responses.match')}
                  value={undefined}
                  onChoose={(one) => choose(story.named, one)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
