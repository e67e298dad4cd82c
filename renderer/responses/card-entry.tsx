import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardQuestion } from '../../library/meetings/responses/card-questions.ts'
import type { KeptCards, ResponsesView } from '../../library/meetings/responses/response-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import panel from '../design/panels.module.css'
import { localDay } from '../drafts/local-day.ts'
import { request } from '../service/client.ts'
import { vocabularyQuery } from '../stories/story-queries.ts'
import styles from './cards.module.css'
import { begunCard, cardToSend, digitsOf, type EnteredCard, keepBegun, valuesOf } from './entered-card.ts'
import { responsesAddress, useCardChange } from './responses-query.ts'
import { useCardWords } from './use-card-words.ts'

interface CardEntryProps {
  readonly materialId: string
  readonly cards: ResponsesView['cards']
}

/** A pile of paper cards, by keyboard alone: Tab goes on, digits tick, Enter keeps the card and begins the next. */
export function CardEntry({ materialId, cards }: CardEntryProps) {
  const { t } = useTranslation('cards')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [card, setCard] = useState<EnteredCard>(
    () => begunCard(materialId) ?? { type: 'feedback', givenOn: localDay(new Date()), fields: {} },
  )
  const [kept, setKept] = useState(0)
  const words = useQuery(vocabularyQuery)
  const questions = cards[card.type]
  const save = useCardChange((body: object) =>
    request<KeptCards>('POST', responsesAddress(materialId), { body: { responses: [body] } }),
  )
  const first = () => form.current?.querySelector<HTMLElement>('[data-answer]')?.focus()
  // Once, when the form opens.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-answer]')?.focus(), [])
  const change = (next: EnteredCard) => {
    keepBegun(materialId, next)
    setCard(next)
  }
  const setField = (question: string, value: string) =>
    change({ ...card, fields: { ...card.fields, [question]: value } })
  const keep = () => {
    const body = cardToSend(card, questions)
    if (!body || save.isPending) return first()
    save.mutate(body, {
      onSuccess: () => {
        setKept((before) => before + 1)
        change({ ...card, fields: {} })
        first()
      },
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    keep()
  }
  return (
    // Enter keeps the card from every field.
    <form
      ref={form}
      className={panel.form}
      aria-label={t('type')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <p className={panel.muted}>{t('typeLead')}</p>
      <div className={panel.actions}>
        <Radio.Group
          aria-label={t('which')}
          value={card.type}
          options={(['needs', 'feedback'] as const).map((value) => ({ value, label: t(`types.${value}`) }))}
          onChange={({ target }) => change({ ...card, type: target.value === 'needs' ? 'needs' : 'feedback' })}
        />
        <label htmlFor={`${id}-on`}>{t('givenOn')}</label>
        <input
          id={`${id}-on`}
          type="date"
          className={styles.date}
          value={card.givenOn}
          max={localDay(new Date())}
          onChange={({ target }) => target.value !== '' && change({ ...card, givenOn: target.value })}
        />
      </div>
      <div className={styles.fields}>
        {questions.map((question) => (
          <AnswerField
            key={`${card.type} ${question.id}`}
            id={`${id}-${question.id}`}
            question={question}
            value={card.fields[question.id] ?? ''}
            list={question.id === 'post' ? `${id}-posts` : undefined}
            onChange={(value) => setField(question.id, value)}
          />
        ))}
      </div>
      <datalist id={`${id}-posts`}>
        {words.data?.posts.map((post) => (
          <option key={post} value={post} />
        ))}
      </datalist>
      {save.isError && <ErrorNotice error={save.error} />}
      <div className={panel.actions}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('keepCard')}
        </Button>
        <span role="status" className={panel.muted}>
          {kept > 0 && t('kept', { n: kept })}
          {save.data?.masked.map(({ says }) => t('masked', { says })).join('')}
        </span>
      </div>
    </form>
  )
}

interface AnswerFieldProps {
  readonly id: string
  readonly question: CardQuestion
  readonly value: string
  /** Words that are offered. */
  readonly list: string | undefined
  readonly onChange: (value: string) => void
}

function AnswerField({ id, question, value, list, onChange }: AnswerFieldProps) {
  const { askText, choiceText } = useCardWords()
  const { choices } = question
  const chosen = choices ? valuesOf(question, value) : []
  const toggle = (one: string) => {
    const rest = chosen.filter((other) => other !== one)
    onChange(digitsOf(question, chosen.includes(one) ? rest : question.several ? [...rest, one] : [one]))
  }
  return (
    <div className={panel.field}>
      <label htmlFor={id}>{askText(question)}</label>
      {choices ? (
        <div className={styles.ticks}>
          <Input
            id={id}
            data-answer=""
            className={styles.digits ?? ''}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={value}
            aria-describedby={`${id}-choices`}
            onChange={({ target }) => onChange(target.value)}
          />
          <span id={`${id}-choices`} className={styles.choices}>
            {choices.map(({ value: one }, at) => (
              // The digits are the keyboard's way.
              <button
                key={one}
                type="button"
                tabIndex={-1}
                className={styles.choice}
                aria-pressed={chosen.includes(one)}
                onClick={() => toggle(one)}
              >
                {at + 1} {choiceText(question, one)}
              </button>
            ))}
          </span>
        </div>
      ) : question.lines > 1 ? (
        <Input.TextArea
          id={id}
          data-answer=""
          maxLength={2000}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input
          id={id}
          data-answer=""
          autoComplete="off"
          maxLength={question.id === 'post' ? 40 : 2000}
          value={value}
          {...(list !== undefined && { list })}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  )
}
