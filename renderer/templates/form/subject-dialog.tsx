import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSubject } from '../../../library/templates/known/known-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { useFocusFirst } from '../../feedback/use-focus-first.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import styles from './subject-dialog.module.css'
import type { FormSubject } from './subject-fields.ts'

interface SubjectDialogProps {
  readonly about: FormSubject | undefined
  readonly onChoose: (subject: KnownSubject) => void
  readonly onClose: () => void
}

/** Finds someone in the book and in earlier forms: by name, initials, or the last digits of an id. */
export function SubjectDialog({ about, onChoose, onClose }: SubjectDialogProps) {
  const { t } = useTranslation('templates')
  const who = about ? about.subject || t(`subject.${about.kind}`) : ''
  return (
    <Dialog open={about !== undefined} title={t('subject.title', { who })} onClose={onClose}>
      {about && <SubjectFinder about={about} onChoose={onChoose} />}
    </Dialog>
  )
}

function SubjectFinder({
  about,
  onChoose,
}: {
  readonly about: FormSubject
  readonly onChoose: SubjectDialogProps['onChoose']
}) {
  const { t } = useTranslation('templates')
  const field = useFocusFirst<InputRef>()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const q = useSettled(typed.trim(), 120)
  const found = useQuery({
    queryKey: [...queryKeys.known, 'subjects', about.kind, q],
    queryFn: ({ signal }) =>
      request<KnownSubject[]>('GET', '/api/known/subjects', { query: { q, kind: about.kind }, signal }),
    placeholderData: keepPreviousData,
  })
  const subjects = found.data ?? []
  const current = Math.min(active, subjects.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = subjects[current]
    if (step !== 0 && subjects.length > 0) setActive((current + step + subjects.length) % subjects.length)
    else if (event.key === 'Enter' && chosen) onChoose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.finder}>
      <Input
        ref={field}
        value={typed}
        role="combobox"
        aria-expanded={subjects.length > 0}
        aria-controls="known-subjects"
        aria-activedescendant={subjects[current] ? `known-subject-${current}` : undefined}
        aria-label={t('subject.search')}
        placeholder={t('subject.placeholder')}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      <div id="known-subjects" role="listbox" aria-label={t('subject.list')} className={styles.list}>
        {subjects.map((subject, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box, which owns the list
          <div
            key={subject.id}
            id={`known-subject-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.option}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setActive(index)}
            onClick={() => onChoose(subject)}
          >
            <span>{subject.title}</span>
            <span className={styles.source}>
              {subject.source.title} · {t('subject.values', { n: subject.values.length })}
            </span>
          </div>
        ))}
      </div>
      {found.data && subjects.length === 0 && <p className={styles.none}>{t(q ? 'subject.none' : 'subject.empty')}</p>}
    </div>
  )
}
