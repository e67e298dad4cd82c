import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryResponse } from '../../../library/stories/responses/response-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useShownDate } from '../../reading/shown-date.ts'
import { request } from '../../service/client.ts'
import { shownStoryQuery } from '../../stories-shown/shown-story.ts'
import styles from '../desk/feed-page.module.css'
import { useResponseChange } from './responses-query.ts'
import { StoryField } from './story-field.tsx'

/** One answer from a reader: read, matched to its story, answered, or made a task. */
export function ResponseRow({ response }: { readonly response: StoryResponse }) {
  const { t } = useTranslation('feeds')
  const date = useShownDate()
  const [answering, setAnswering] = useState(false)
  const route = `/api/story-responses/${encodeURIComponent(response.id)}`
  const task = useResponseChange(() => request<unknown>('POST', `${route}/task`))
  const match = useResponseChange((storyId: string) => request<unknown>('PUT', route, { body: { storyId } }))
  const facts = [
    date(response.givenOn),
    t(`responses.way.${response.way}`),
    response.post,
    response.useful && t(`responses.useful.${response.useful}`),
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <span>
          <span className={styles.tag}>{t(`responses.type.${response.type}`)}</span>{' '}
          {response.storyId ? (
            <StoryName id={response.storyId} named={response.named} />
          ) : (
            <span>{response.named ?? t('responses.noStory')}</span>
          )}
        </span>
        {response.text && <span className={styles.words}>{response.text}</span>}
        <span className={styles.hint}>{facts.join('　')}</span>
        {response.answer && (
          <span>
            {t('responses.answered', { text: response.answer.text })}
            <span className={styles.hint}>
              　
              {response.answer.issue
                ? t('responses.answeredIn', { issue: response.answer.issue })
                : t('responses.answerWaits')}
            </span>
          </span>
        )}
        {!response.storyId && (
          <StoryField
            label={t('responses.match')}
            value={undefined}
            onChoose={(story) => story.id && match.mutate(story.id)}
          />
        )}
        {answering && <AnswerForm response={response} route={route} onClose={() => setAnswering(false)} />}
        {task.isError && <ErrorNotice error={task.error} />}
        {match.isError && <ErrorNotice error={match.error} />}
      </div>
      {!answering && (
        <div className={styles.actions}>
          {response.type === 'question' && response.text && !response.answer?.issue && (
            <Button size="small" onClick={() => setAnswering(true)}>
              {t(response.answer ? 'responses.changeAnswer' : 'responses.answer')}
            </Button>
          )}
          {response.taskId ? (
            <span className={styles.hint}>{t('responses.isTask')}</span>
          ) : (
            response.storyId &&
            response.text &&
            response.type !== 'opinion' && (
              <Button size="small" loading={task.isPending} onClick={() => task.mutate(undefined)}>
                {t('responses.toTask')}
              </Button>
            )
          )}
        </div>
      )}
    </li>
  )
}

function StoryName({ id, named }: { readonly id: string; readonly named: string | undefined }) {
  const { t } = useTranslation('feeds')
  const shown = useQuery(shownStoryQuery(id))
  // One that was retired since is not read any more.
  if (shown.isError) return <span>{named ?? t('responses.retired')}</span>
  return (
    <Link to="/item/$itemId" params={{ itemId: id }} search={{}}>
      {shown.data?.title ?? '……'}
    </Link>
  )
}

interface AnswerFormProps {
  readonly response: StoryResponse
  readonly route: string
  readonly onClose: () => void
}

function AnswerForm({ response, route, onClose }: AnswerFormProps) {
  const { t } = useTranslation('feeds')
  const [text, setText] = useState(response.answer?.text ?? '')
  const save = useResponseChange(() => request<unknown>('PUT', route, { body: { answer: text.trim() } }))
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '' && !save.isPending) save.mutate(undefined, { onSuccess: onClose })
      }}
    >
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={2000}
        value={text}
        aria-label={t('responses.answerLabel')}
        placeholder={t('responses.answerHint')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      {save.isError && <ErrorNotice error={save.error} />}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" disabled={text.trim() === '' || save.isPending}>
          {t('responses.keepAnswer')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
