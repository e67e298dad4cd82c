import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryTask } from '../../../library/stories/process/process-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import { useTimeText } from '../../design/use-time-text.ts'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { looseDateText } from '../../record-form/read-loose-date.ts'
import { request } from '../../service/client.ts'
import type { ChosenWords } from '../form/story-form-context.ts'
import { fieldName } from './field-name.ts'
import type { goToPlace } from './go-to-place.ts'
import { NewTask } from './new-task.tsx'

interface TasksPanelProps {
  readonly story: StoryView
  readonly saver: DraftSaver<StoryRecord, StoryView>
  readonly chosen: ChosenWords | undefined
  readonly onChosen: (words: ChosenWords | undefined) => void
  readonly takeView: (view: StoryView) => void
  readonly onRenew: () => Promise<void>
  readonly onGo: (place: Parameters<typeof goToPlace>[0]) => void
}

/** Comments on passages, requests for change and things to do: the open ones first, in the order they were said. */
export function TasksPanel({ story, saver, chosen, onChosen, takeView, onRenew, onGo }: TasksPanelProps) {
  const { t } = useTranslation('storyWork')
  const [error, setError] = useState<unknown>(null)
  const open = story.tasks.filter(({ done }) => !done)
  const done = story.tasks.filter((task) => task.done)
  const finish = async (task: StoryTask, isDone: boolean, answer?: string) => {
    setError(null)
    try {
      if (!(await saver.flush())) return
      await request('PUT', `/api/story-tasks/${encodeURIComponent(task.id)}`, {
        body: { done: isDone, ...(answer && { answer }) },
      })
      await onRenew()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <section className={panel.panel} aria-label={t('tasks.title')}>
      <h2 className={panel.heading}>{t('tasks.title')}</h2>
      <p className={panel.muted}>{t('tasks.lead')}</p>
      <NewTask
        key={chosen ? `${chosen.field}${chosen.quote}` : 'free'}
        story={story}
        saver={saver}
        chosen={chosen}
        onDone={(view) => {
          onChosen(undefined)
          takeView(view)
        }}
        onDrop={() => onChosen(undefined)}
      />
      {error !== null && <ErrorNotice error={error} />}
      {open.length === 0 && <p className={panel.muted}>{t('tasks.none')}</p>}
      <ul className={panel.entries} aria-label={t('tasks.open')}>
        {open.map((task) => (
          <TaskEntry key={task.id} task={task} onGo={onGo} onFinish={finish} />
        ))}
      </ul>
      {done.length > 0 && (
        <details>
          <summary>{t('tasks.done', { n: done.length })}</summary>
          <ul className={panel.entries}>
            {done.map((task) => (
              <TaskEntry key={task.id} task={task} onGo={onGo} onFinish={finish} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface TaskEntryProps {
  readonly task: StoryTask
  readonly onGo: TasksPanelProps['onGo']
  readonly onFinish: (task: StoryTask, done: boolean, answer?: string) => Promise<void>
}

function TaskEntry({ task, onGo, onFinish }: TaskEntryProps) {
  const { t } = useTranslation(['storyWork', 'stories', 'storyForm'])
  const { t: named } = useTranslation(['storyForm', 'recordForm'])
  const timeText = useTimeText()
  const [answer, setAnswer] = useState('')
  const { field } = task
  return (
    <li className={panel.entry} data-done={task.done ? '' : undefined} data-task={task.type}>
      <p className={panel.why}>
        {t(`tasks.types.${task.type}`)} · {task.by} · {timeText(task.at)}
        {task.for && ` · ${t('tasks.for', { role: t(`stories:role.${task.for}`) })}`}
        {task.dueOn && ` · ${t('tasks.wished', { day: looseDateText(task.dueOn) })}`}
      </p>
      {task.quote && <blockquote className={panel.quote}>{task.quote}</blockquote>}
      <p>{task.text}</p>
      {task.done ? (
        <>
          <p className={panel.why}>
            {t('tasks.doneBy', { by: task.done.by, at: timeText(task.done.at) })}
            {task.done.answer && `：${task.done.answer}`}
          </p>
          <div className={panel.actions}>
            <button type="button" className={panel.textButton} onClick={() => void onFinish(task, false)}>
              {t('tasks.reopen')}
            </button>
          </div>
        </>
      ) : (
        <div className={panel.actions}>
          {field && (
            <button type="button" className={panel.textButton} onClick={() => onGo({ field, quote: task.quote })}>
              {t('gate.go', { place: fieldName(named, field) })}
            </button>
          )}
          <Input
            size="small"
            className={panel.answer ?? ''}
            value={answer}
            maxLength={500}
            aria-label={t('tasks.answer')}
            placeholder={t('tasks.answer')}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <Button size="small" onClick={() => void onFinish(task, true, answer.trim() || undefined)}>
            {t('tasks.finish')}
          </Button>
        </div>
      )}
    </li>
  )
}
