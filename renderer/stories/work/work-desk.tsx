import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryView, StoryVocabulary } from '../../../library/stories/story-view.ts'
import layout from '../../design/form-desk.module.css'
import { usePageTitle } from '../../design/page.tsx'
import styles from '../../design/work-desk.module.css'
import { localDay } from '../../drafts/local-day.ts'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import { withValueAt } from '../../record-form/record-path.ts'
import { StoryFormSections } from '../form/story-form.tsx'
import type { ChosenWords, StoryForm } from '../form/story-form-context.ts'
import { useActingPerson, useActingPersonId } from '../person/use-acting-person.ts'
import { useDropAnywhere } from '../pictures/use-drop-anywhere.ts'
import { useReceiving } from '../pictures/use-receiving.ts'
import { StoriesTabs } from '../stories-tabs.tsx'
import { gateQuery, storyAddress } from '../story-queries.ts'
import { GatePanel } from './gate-panel.tsx'
import { goToPlace } from './go-to-place.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { ResponsesPanel } from './responses-panel.tsx'
import { TasksPanel } from './tasks-panel.tsx'
import { useStoryDraft } from './use-story-draft.ts'
import { WayPanel } from './way-panel.tsx'
import { WorkBar, type WorkSide, workSides } from './work-bar.tsx'
import { WorkNotices } from './work-notices.tsx'

const route = getRouteApi('/stories/$storyId')

/** The work page of an own story: the form on the left, and one thing at a time beside it. */
export function WorkDesk({ story, vocabulary }: { readonly story: StoryView; readonly vocabulary: StoryVocabulary }) {
  const { t } = useTranslation('storyWork')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/stories/$storyId' })
  const person = useActingPerson()
  const desk = useRef<HTMLDivElement>(null)
  const draft = useStoryDraft(story)
  const { record, change, saver, takeView, renew, refresh, absorbMedia } = draft
  const gate = useQuery(gateQuery(story.id, story.recordSha256))
  const [changing, setChanging] = useState(false)
  const [chosen, setChosen] = useState<ChosenWords>()
  usePageTitle(record.title || t('page.untitled'))

  const usual: WorkSide = story.state === 'draft' ? 'preview' : 'way'
  const side = workSides.find((one) => one === address.side) ?? (address.side === 'none' ? 'none' : usual)
  const setSide = (next: WorkSide) => void navigate({ search: (before) => ({ ...before, side: next }), replace: true })
  // Whoever sits down at another person's place sees the steps of that person.
  const personId = useActingPersonId()
  const seenPerson = useRef(personId)
  useEffect(() => {
    if (seenPerson.current === personId) return
    seenPerson.current = personId
    void saver.flush().then((saved) => (saved ? renew() : undefined))
  }, [personId, saver, renew])

  // What others did meanwhile shows when somebody comes back to the window or looks at what stands beside.
  const seenSide = useRef(side)
  useEffect(() => {
    const look = () => void refresh()
    if (seenSide.current !== side) look()
    seenSide.current = side
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [refresh, side])
  // What is merely not written yet is no reproach beside each field; the way and the check tell it once.
  const found = useMemo(
    () => (gate.data?.findings ?? []).filter(({ code, overruled }) => code !== 'incomplete' && !overruled),
    [gate.data],
  )
  const readOnly = story.state === 'published' || story.state === 'retired' || (story.state !== 'draft' && !changing)
  const comment = useCallback(
    (words: ChosenWords) => {
      setChosen(words)
      void navigate({ search: (before) => ({ ...before, side: 'tasks' }), replace: true })
    },
    [navigate],
  )
  const form = useMemo<StoryForm>(
    () => ({
      record,
      vocabulary,
      today: localDay(new Date()),
      readOnly,
      verifying: story.state === 'submitted' && person?.roles.includes('verifier') === true,
      storyId: story.id,
      change: (path, value, typing) =>
        change((present) => withValueAt(present, path, value), typing ? path : undefined),
      changeRecord: (next) => change(next),
      findingsAt: (path) => found.filter(({ place }) => place.field === path),
      tasksAt: (path) => story.tasks.filter(({ field, done }) => field === path && !done),
      readAt: () => undefined,
      onComment: comment,
    }),
    [record, vocabulary, readOnly, story.state, person, story.id, story.tasks, change, found, comment],
  )
  useFormKeys(desk, {
    undo: draft.undo,
    redo: draft.redo,
    save: () => void saver.flush(),
    finish: () => setSide('way'),
  })
  const receiving = useReceiving(`${storyAddress(story.id)}/media`, { before: () => saver.flush(), after: absorbMedia })
  const drop = useDropAnywhere(
    readOnly
      ? undefined
      : (files) => {
          if (matchMedia('(width < 70rem)').matches) setSide('none')
          requestAnimationFrame(() =>
            desk.current?.querySelector('[data-media-drop]')?.scrollIntoView({ block: 'center' }),
          )
          void receiving.take(files)
        },
  )
  const go = (place: Parameters<typeof goToPlace>[0]) => {
    if (matchMedia('(width < 70rem)').matches) setSide('none')
    requestAnimationFrame(() => goToPlace(place))
  }
  const beside = { story, saver, takeView, onGo: go } as const
  return (
    <div className={styles.place} {...drop}>
      <StoriesTabs />
      <div ref={desk} className={layout.desk} data-side={side === 'none' ? 'none' : 'panel'}>
        <WorkBar
          title={record.title}
          state={story.state}
          saving={draft.saving}
          onSave={() => void saver.flush()}
          canUndo={!readOnly && draft.history.past.length > 0}
          canRedo={!readOnly && draft.history.future.length > 0}
          onStep={(step) => draft[step]()}
          side={side}
          onSide={setSide}
          counts={{
            gate: found.length,
            tasks: story.tasks.filter(({ done }) => !done).length,
          }}
          must={found.some(({ severity }) => severity === 'must')}
        />
        <WorkNotices
          story={story}
          recovered={draft.recovered}
          conflict={draft.saving.kind === 'conflict'}
          changing={changing}
          onChanging={() => setChanging(true)}
          onTheirs={() => void renew()}
          onMine={() => void saver.overwrite()}
        />
        <div className={layout.fields}>
          <StoryFormSections form={form} receiving={receiving} />
        </div>
        {side !== 'none' && (
          <div className={layout.beside}>
            {side === 'preview' && <PreviewPanel story={story} onComment={comment} />}
            {side === 'gate' && <GatePanel {...beside} gate={gate} />}
            {side === 'tasks' && <TasksPanel {...beside} chosen={chosen} onChosen={setChosen} onRenew={renew} />}
            {side === 'way' && <WayPanel {...beside} onSide={setSide} />}
            {side === 'responses' && <ResponsesPanel story={story} />}
          </div>
        )}
      </div>
    </div>
  )
}
