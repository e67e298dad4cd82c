import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PathRecord, PathStep } from '../../../library/meetings/learning/path.schema.ts'
import type { MaterialSummary } from '../../../library/meetings/materials/material-view.ts'
import type { GroupedAnswer } from '../../../library/search/search-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import list from '../../design/list-page.module.css'
import { useSettled } from '../../design/use-settled.ts'
import { useFocusFirst } from '../../feedback/use-focus-first.ts'
import { materialsQuery } from '../../materials/material-queries.ts'
import { entriesOfAnswer } from '../../meetings/adding/add-entries.ts'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId, freshId } from '../../record-form/record-path.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import styles from '../learning.module.css'

/** Minutes a step takes until somebody says otherwise. */
const USUAL = { read: 10, drill: 20, guide: 10, meeting: 20, quiz: 10 } as const

type NewStep = Pick<PathStep, 'type' | 'title'> & Partial<PathStep>

/** The ways to another step: found in the library, or a quiz. */
export function AddStep() {
  const { t } = useTranslation('learning')
  const form = useRecordForm()
  const [finding, setFinding] = useState(false)
  const { steps } = form.record as PathRecord
  const add = (step: NewStep) => {
    const fresh: PathStep = {
      minutes: USUAL[step.type],
      questions: [],
      after: [],
      ...step,
      id: freshId('s', steps),
    }
    form.change('steps', [...steps, fresh])
  }
  const addQuiz = () => {
    add({ type: 'quiz', title: t('type.quiz') })
    requestAnimationFrame(() => document.getElementById(fieldId(`steps/${steps.length}/title`))?.focus())
  }
  return (
    <>
      <Button type="primary" onClick={() => setFinding(true)} disabled={steps.length >= 100}>
        {t('add.find')}
      </Button>
      <Button onClick={addQuiz} disabled={steps.length >= 100}>
        {t('add.quiz')}
      </Button>
      <Dialog open={finding} title={t('add.find')} onClose={() => setFinding(false)}>
        <Finder steps={steps} onAdd={add} />
      </Dialog>
    </>
  )
}

interface FinderProps {
  readonly steps: readonly PathStep[]
  readonly onAdd: (step: NewStep) => void
}

/** Drills, guides and meetings first, then passages, stories and guides of the library. */
function Finder({ steps, onAdd }: FinderProps) {
  const { t } = useTranslation('learning')
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 200)
  const field = useFocusFirst<InputRef>()
  const materials = useQuery(materialsQuery({ q: words || undefined, limit: 30 }))
  // What the search finds by its words may be a drill or a guide too.
  const every = useQuery(materialsQuery({ limit: 500 }))
  const texts = useQuery({
    queryKey: [...queryKeys.search, 'for-path', words],
    queryFn: ({ signal }) => request<GroupedAnswer>('GET', '/api/search', { query: { q: words, limit: 12 }, signal }),
    enabled: words !== '',
  })
  const known = new Map((every.data?.materials ?? []).map((material) => [material.id, material]))
  const entries = words === '' || !texts.data ? [] : entriesOfAnswer(texts.data)
  const found = new Map((materials.data?.materials ?? []).map((material) => [material.id, material]))
  for (const { reference } of entries) {
    const material = known.get(reference.itemId)
    if (material) found.set(material.id, material)
  }
  const made = [...found.values()].filter(({ type }) => type !== 'path')
  const read = entries.filter(({ reference }) => !known.has(reference.itemId))
  const stands = (itemId: string, anchor?: string) =>
    steps.some((step) => step.itemId === itemId && step.anchor === anchor)
  return (
    <div className={styles.finder}>
      <Input
        ref={field}
        value={typed}
        allowClear
        maxLength={100}
        aria-label={t('add.search')}
        placeholder={t('add.example')}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p role="status" className={list.muted}>
        {words !== '' && texts.data && made.length + read.length === 0 ? t('add.none') : ''}
      </p>
      {(materials.error ?? texts.error) !== null && <ErrorNotice error={materials.error ?? texts.error} />}
      <ul>
        {made.map((material) => (
          <Found
            key={material.id}
            tag={t(`type.${stepTypeOf(material)}`)}
            name={material.title}
            snippet={material.summary}
            done={stands(material.id)}
            onAdd={() => onAdd(stepOf(material))}
          />
        ))}
        {read.map(({ key, reference, title, place, snippet }) => (
          <Found
            key={key}
            tag={t('type.read')}
            name={place === undefined ? title : `《${title}》${place}`}
            snippet={snippet}
            done={stands(reference.itemId, reference.anchor)}
            onAdd={() =>
              onAdd({
                type: 'read',
                title: (place === undefined ? title : `${title}${place}`).slice(0, 200),
                ...reference,
              })
            }
          />
        ))}
      </ul>
    </div>
  )
}

interface FoundProps {
  readonly tag: string
  readonly name: string
  readonly snippet: string | undefined
  readonly done: boolean
  readonly onAdd: () => void
}

function Found({ tag, name, snippet, done, onAdd }: FoundProps) {
  const { t } = useTranslation('learning')
  return (
    <li className={list.row}>
      <div className={list.what}>
        <p className={list.head}>
          <span className={list.tag}>{tag}</span>
          <strong>{name}</strong>
        </p>
        {snippet && <p className={styles.snippet}>{snippet}</p>}
      </div>
      {done ? (
        <span className={list.muted}>{t('add.taken')}</span>
      ) : (
        <Button size="small" aria-label={t('add.takeOf', { name })} onClick={onAdd}>
          {t('add.take')}
        </Button>
      )}
    </li>
  )
}

const stepTypeOf = ({ type }: MaterialSummary) => (type === 'path' ? 'read' : type)

const stepOf = (material: MaterialSummary): NewStep => {
  const type = stepTypeOf(material)
  return {
    type,
    title: material.title,
    itemId: material.id,
    ...(material.minutes > 0 && { minutes: Math.min(600, material.minutes) }),
  }
}
