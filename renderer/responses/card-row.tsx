import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardQuestion } from '../../library/meetings/responses/card-questions.ts'
import type { MaterialResponse, MetNeed } from '../../library/meetings/responses/response-view.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import panel from '../design/panels.module.css'
import { looseDateText } from '../record-form/read-loose-date.ts'
import { request } from '../service/client.ts'
import { responsesAddress, useCardChange } from './responses-query.ts'
import { useCardWords } from './use-card-words.ts'

interface CardRowProps {
  readonly response: MaterialResponse
  readonly questions: readonly CardQuestion[]
  readonly met: readonly MetNeed[]
  /** The material it was given to. */
  readonly materialId: string
  readonly onNote: ((words: string) => void) | undefined
}

/** One card, its words in full, what of it the outline has, and what the next version changed because of it. */
export function CardRow({ response, questions, met, materialId, onNote }: CardRowProps) {
  const { t } = useTranslation('cards')
  const { askText, answerText } = useCardWords()
  const [noting, setNoting] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const address = `${responsesAddress(materialId)}/${encodeURIComponent(response.id)}`
  const done = useCardChange((note: string) =>
    request('PUT', address, { body: { done: note === '' ? null : { note } } }),
  )
  const remove = useCardChange(() => request('DELETE', address))
  const said = questions.flatMap((question) => {
    const text = answerText(question, response.answers)
    return text === '' ? [] : [{ question, text }]
  })
  const words = said.map(({ question, text }) => `${askText(question)}：${text}`).join('\n')
  return (
    <li className={panel.entry} data-done={response.done ? '' : undefined}>
      <p className={panel.why}>
        {[looseDateText(response.givenOn), response.post, t(`way.${response.way}`)].filter(Boolean).join(' · ')}
      </p>
      <dl>
        {said.map(({ question, text }) => (
          <div key={question.id}>
            <dt className={panel.why}>{askText(question)}</dt>
            <dd>
              {text}
              <Met met={met.filter((one) => one.question === question.id)} question={question} />
            </dd>
          </div>
        ))}
      </dl>
      {response.done && !noting && (
        <p className={panel.quote}>{t('doneOn', { on: looseDateText(response.done.on), note: response.done.note })}</p>
      )}
      {noting ? (
        <NoteForm
          before={response.done?.note ?? ''}
          error={done.error}
          pending={done.isPending}
          onNote={(note) => done.mutate(note, { onSuccess: () => setNoting(false) })}
          onClose={() => setNoting(false)}
        />
      ) : (
        <div className={panel.actions}>
          <button type="button" className={panel.textButton} onClick={() => setNoting(true)}>
            {t(response.done ? 'changeDone' : 'noteDone')}
          </button>
          {onNote && (
            <button type="button" className={panel.textButton} onClick={() => onNote(words)}>
              {t('toNote')}
            </button>
          )}
          <button type="button" className={panel.quietButton} onClick={() => setDeleting(true)}>
            {t('deleteOne')}
          </button>
        </div>
      )}
      {remove.isError && <ErrorNotice error={remove.error} />}
      <ConfirmDialog
        open={deleting}
        title={t('deleteOneAsk')}
        text={t('deleteWhat')}
        confirm={t('delete')}
        refuse={t('keep')}
        onConfirm={() => remove.mutate(undefined)}
        onClose={() => setDeleting(false)}
      />
    </li>
  )
}

/** So many parts are named; of more their number is said. */
const MOST_NAMED = 3

/** What was asked for and stands in the outline already, and where. */
function Met({ met, question }: { readonly met: readonly MetNeed[]; readonly question: CardQuestion }) {
  const { t } = useTranslation('cards')
  const { choiceText } = useCardWords()
  return met.map(({ what, parts }) => {
    const names = parts.slice(0, MOST_NAMED).map(({ title }) => (title === '' ? t('untitledPart') : title))
    const key = parts.length > MOST_NAMED ? 'metMore' : 'met'
    return (
      <p key={what} className={panel.good}>
        {t(key, { what: choiceText(question, what), parts: names.join('、'), n: parts.length })}
      </p>
    )
  })
}

interface NoteFormProps {
  readonly before: string
  readonly error: unknown
  readonly pending: boolean
  readonly onNote: (note: string) => void
  readonly onClose: () => void
}

function NoteForm({ before, error, pending, onNote, onClose }: NoteFormProps) {
  const { t } = useTranslation('cards')
  const [note, setNote] = useState(before)
  return (
    <form
      className={panel.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending && (note.trim() !== '' || before !== '')) onNote(note.trim())
      }}
    >
      <Input
        autoFocus
        maxLength={500}
        value={note}
        aria-label={t('doneLabel')}
        placeholder={t('doneExample')}
        onChange={({ target }) => setNote(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      />
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.actions}>
        <Button size="small" type="primary" htmlType="submit" loading={pending}>
          {t('keepDone')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
