import { Button, Input, Radio, Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeRole, StoryTask } from '../../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { readLooseDate } from '../../record-form/read-loose-date.ts'
import { request } from '../../service/client.ts'
import type { ChosenWords } from '../form/story-form-context.ts'
import { storyAddress } from '../story-queries.ts'
import { fieldName } from './field-name.ts'

interface NewTaskProps {
  readonly story: StoryView
  readonly saver: DraftSaver<StoryRecord, StoryView>
  readonly chosen: ChosenWords | undefined
  readonly onDone: (view: StoryView) => void
  readonly onDrop: () => void
}

const types = ['comment', 'change', 'task'] as const
const roles = ['writer', 'verifier', 'approver', 'publisher'] as const

/** A comment on the words that were chosen, a request to change them, or something to be done about the story. */
export function NewTask({ story, saver, chosen, onDone, onDrop }: NewTaskProps) {
  const { t } = useTranslation(['storyWork', 'stories'])
  const { t: named } = useTranslation(['storyForm', 'recordForm'])
  const id = useId()
  const [type, setType] = useState<Exclude<StoryTask['type'], 'suggestion'>>('comment')
  const [text, setText] = useState('')
  const [role, setRole] = useState<OfficeRole | ''>('')
  const [wished, setWished] = useState('')
  const [error, setError] = useState<unknown>(null)
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) field.current?.querySelector('textarea')?.focus()
  }, [chosen])
  const dueOn = readLooseDate(wished, story.updatedAt.slice(0, 10))
  const add = async () => {
    setError(null)
    try {
      if (!(await saver.flush())) return
      onDone(
        await request<StoryView>('POST', `${storyAddress(story.id)}/tasks`, {
          body: {
            type,
            text: text.trim(),
            ...chosen,
            ...(role && { for: role }),
            ...(dueOn?.length === 10 && { dueOn }),
          },
        }),
      )
      setText('')
      setWished('')
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <form
      className={panel.form}
      aria-label={t('tasks.new')}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') void add()
      }}
    >
      {chosen && (
        <div className={panel.field}>
          <p className={panel.why}>
            {t('tasks.about', { place: fieldName(named, chosen.field) })}{' '}
            <button type="button" className={panel.textButton} onClick={onDrop}>
              {t('tasks.wholeStory')}
            </button>
          </p>
          <blockquote className={panel.quote}>{chosen.quote}</blockquote>
        </div>
      )}
      <Radio.Group
        aria-label={t('tasks.type')}
        value={type}
        onChange={({ target }) => setType(target.value as typeof type)}
        options={types.map((value) => ({ value, label: t(`tasks.types.${value}`) }))}
      />
      <div ref={field} className={panel.field}>
        <label htmlFor={`${id}-text`}>{t(`tasks.text.${type}`)}</label>
        <Input.TextArea
          id={`${id}-text`}
          value={text}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || text.trim() === '') return
            event.preventDefault()
            event.stopPropagation()
            void add()
          }}
        />
      </div>
      {type === 'task' && (
        <div className={panel.row}>
          <div className={panel.field}>
            <span id={`${id}-role`}>{t('tasks.whom')}</span>
            <Select
              value={role}
              aria-labelledby={`${id}-role`}
              aria-label={t('tasks.whom')}
              onChange={setRole}
              options={[
                { value: '', label: t('tasks.anybody') },
                ...roles.map((value) => ({ value, label: t(`stories:role.${value}`) })),
              ]}
            />
          </div>
          <div className={panel.field}>
            <label htmlFor={`${id}-day`}>{t('tasks.wishedDay')}</label>
            <Input
              id={`${id}-day`}
              value={wished}
              maxLength={30}
              placeholder={named('recordForm:date.dayExample')}
              onChange={(event) => setWished(event.target.value)}
            />
          </div>
        </div>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div className={panel.actions}>
        <Button htmlType="submit" disabled={text.trim() === ''}>
          {t('tasks.add')}
        </Button>
      </div>
    </form>
  )
}
