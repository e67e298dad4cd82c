import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryView, StoryVocabulary } from '../../../library/stories/story-view.ts'
import { usePageTitle } from '../../design/page.tsx'
import { localDay } from '../../drafts/local-day.ts'
import { SavingConflict } from '../../drafts/saving-conflict.tsx'
import { SavingLine } from '../../drafts/saving-line.tsx'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import { withValueAt } from '../../record-form/record-path.ts'
import type { StoryForm } from '../form/story-form-context.ts'
import { StoryFormProvider } from '../form/story-form-provider.tsx'
import { useDropAnywhere } from '../pictures/use-drop-anywhere.ts'
import { useReceiving } from '../pictures/use-receiving.ts'
import { storyAddress } from '../story-queries.ts'
import { useStoryDraft } from '../work/use-story-draft.ts'
import { QuestionFields } from './question-fields.tsx'
import { QuestionList } from './question-list.tsx'
import { isAnswered, questionOf, questions } from './questions.ts'
import styles from './telling.module.css'
import { TellingEnd } from './telling-end.tsx'
import { decidedOn, isProposed, keepTold, keptTold, sourceOf, type ToldFrom, withProposed } from './told-from.ts'

const route = getRouteApi('/stories/new')

/** One question at a time; each can be skipped and come back to, and what is written is saved by itself. */
export function TellingDesk({
  story,
  vocabulary,
}: {
  readonly story: StoryView
  readonly vocabulary: StoryVocabulary
}) {
  const { t } = useTranslation(['storyTelling', 'templates'])
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/stories/new' })
  const desk = useRef<HTMLDivElement>(null)
  const draft = useStoryDraft(story)
  const { record, change, saver, renew, absorbMedia } = draft
  const [told, setTold] = useState<ToldFrom | undefined>(() => keptTold(story.id))
  const ended = address.question === 'end'
  const question = questionOf(address.question) ?? questions[0]
  const at = question ? questions.indexOf(question) : 0
  const roots = question?.roots ?? []
  const shown = useMemo(() => withProposed(told, record, roots), [told, record, roots])
  const proposed = roots.filter((root) => isProposed(told, record, root))
  usePageTitle(record.title || t('start.title'))

  const decide = (some: ToldFrom['decided']) => {
    if (!told) return
    const next = decidedOn(told, some)
    setTold(next)
    keepTold(story.id, next)
  }
  const goTo = (name: string) => void navigate({ search: { story: story.id, question: name } })
  const onward = () => goTo(questions[at + 1]?.name ?? 'end')
  const next = () => {
    if (ended) return
    if (proposed.length > 0) {
      change((present) => withProposed(told, present, roots))
      decide(proposed)
    }
    onward()
  }
  const latestNext = useRef(next)
  useEffect(() => {
    latestNext.current = next
  })
  const skip = () => {
    // What was read and nobody wants stays out; what somebody wrote stays in.
    if (proposed.length > 0) decide(proposed)
    onward()
  }
  // The next question has the keyboard: its first field, or its words where it has none.
  const name = ended ? 'end' : question?.name
  useEffect(() => {
    if (name === undefined) return
    const frame = requestAnimationFrame(() => {
      const field = desk.current?.querySelector<HTMLElement>('[data-question] :is(input:not([type=file]), textarea)')
      const target =
        field ??
        desk.current?.querySelector<HTMLElement>('[data-question] button[id$="-add"]') ??
        desk.current?.querySelector<HTMLElement>('h1')
      target?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [name])
  useFormKeys(desk, { undo: draft.undo, redo: draft.redo, save: () => void saver.flush(), finish: next })

  const form: StoryForm = {
    record: shown,
    vocabulary,
    today: localDay(new Date()),
    readOnly: story.state !== 'draft',
    storyId: story.id,
    change: (path, value, typing) => {
      change((present) => withValueAt(withProposed(told, present, roots), path, value), typing ? path : undefined)
      decide(proposed.filter((root) => path.split('/')[0] === root))
    },
    changeRecord: (step) => change((present) => step(withProposed(told, present, roots))),
    findingsAt: () => [],
    tasksAt: (path) => story.tasks.filter(({ field, done }) => field === path && !done),
    readAt: (path) => {
      const root = path.split('/')[0]
      return told && proposed.some((one) => one === root) ? sourceOf(told, path) : undefined
    },
  }
  const receiving = useReceiving(`${storyAddress(story.id)}/media`, { before: () => saver.flush(), after: absorbMedia })
  const drop = useDropAnywhere(
    story.state === 'draft'
      ? (files) => {
          goTo('pictures')
          void receiving.take(files)
        }
      : undefined,
  )
  return (
    <div
      ref={desk}
      className={styles.desk}
      {...drop}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        // What is being written in a list is taken before going on.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        requestAnimationFrame(() => latestNext.current())
      }}
    >
      <QuestionList record={record} told={told} current={name} onGo={goTo} />
      <div className={styles.main}>
        <div className={styles.head}>
          <p className={styles.muted} role="status">
            {ended ? t('end.place') : t('place', { n: at + 1, of: questions.length })}
          </p>
          <SavingLine state={draft.saving} onRetry={() => void saver.flush()} />
        </div>
        {draft.saving.kind === 'conflict' && (
          <SavingConflict says={t('conflict')} onTheirs={() => void renew()} onMine={() => void saver.overwrite()} />
        )}
        {ended ? (
          <TellingEnd
            story={story}
            record={record}
            told={told}
            saver={saver}
            takeView={draft.takeView}
            onGo={goTo}
            onTakeAll={(all) => {
              change((present) => withProposed(told, present, all))
              decide(all)
            }}
          />
        ) : (
          question && (
            <StoryFormProvider form={form}>
              <div className={styles.question}>
                <div className={styles.asked} data-question={question.name}>
                  <h1 tabIndex={-1} className={styles.ask}>
                    {t(`ask.${question.name}.question`)}
                  </h1>
                  <QuestionFields question={question} receiving={receiving} />
                  <div className={styles.actions}>
                    {at > 0 && (
                      <Button onClick={() => goTo(questions[at - 1]?.name ?? 'title')}>{t('previous')}</Button>
                    )}
                    <Button type="primary" onClick={next} title="Ctrl+Enter">
                      {proposed.length > 0 ? t('confirmNext') : at === questions.length - 1 ? t('toEnd') : t('next')}
                    </Button>
                    {proposed.length > 0 ? (
                      <Button type="text" onClick={skip}>
                        {t('leaveOut')}
                      </Button>
                    ) : (
                      !isAnswered(record, question) &&
                      question.name !== 'title' && (
                        <Button type="text" onClick={skip}>
                          {t('skip')}
                        </Button>
                      )
                    )}
                    <Button type="text" className={styles.rest ?? ''} onClick={() => goTo('end')}>
                      {t('enough')}
                    </Button>
                  </div>
                </div>
                <aside className={styles.example} aria-label={t('example')}>
                  <p className={styles.exampleTitle}>{t('example')}</p>
                  <p>{t(`ask.${question.name}.example`)}</p>
                  {told && told.left.length > 0 && question.name !== 'title' && <Left left={told.left} />}
                </aside>
              </div>
            </StoryFormProvider>
          )
        )}
      </div>
    </div>
  )
}

/** What was in the notes and found no place, to be looked at while telling. */
function Left({ left }: { readonly left: readonly string[] }) {
  const { t } = useTranslation('storyTelling')
  return (
    <details>
      <summary>{t('left', { n: left.length })}</summary>
      {left.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </details>
  )
}
