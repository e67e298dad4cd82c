import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookEntry } from '../../../library/templates/known/known-view.ts'
import type { Meaning } from '../../../library/templates/meanings.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import { useTimeText } from '../../design/use-time-text.ts'
import { type BookKind, bookFields, bookKinds, entryName } from './book-fields.ts'
import styles from './book-page.module.css'
import { entryQuery } from './use-book.ts'
import { useEntryDraft } from './use-entry-draft.ts'

interface EntryEditorProps {
  /** Absent for a new one, which is kept once it has a name. */
  readonly entry: BookEntry | undefined
  readonly kind: BookKind
  readonly onAdded: (entry: BookEntry) => void
  readonly onRemove: (entry: BookEntry) => void
  readonly onOpen: (entry: BookEntry) => void
  readonly onClose: () => void
}

/** One entry of the book beside the list; it saves itself. */
export function EntryEditor({ entry, kind: wanted, onAdded, onRemove, onOpen, onClose }: EntryEditorProps) {
  const { t } = useTranslation('office')
  const id = useId()
  const timeText = useTimeText()
  const place = useRef<HTMLElement>(null)
  const [all, setAll] = useState(false)
  const { draft, change, state, error, save, undo } = useEntryDraft(entry, wanted, onAdded)
  const household = useQuery(entryQuery(entry?.householdId)).data
  const { main, more } = bookFields[draft.kind]
  const filled = (Object.keys(draft.values) as Meaning[]).filter((meaning) => draft.values[meaning])
  const others = filled.filter((meaning) => ![...main, ...more].some((field) => field === meaning))
  const fields = [...main, ...(all ? more : more.filter((field) => filled.includes(field))), ...others]
  // Whose household it is stands with the household.
  const shown = household ? fields.filter((field) => field !== 'household.head' || filled.includes(field)) : fields
  const name = entryName(draft.kind, draft.values)
  useEffect(() => {
    if (!entry) place.current?.querySelector<HTMLElement>('input[type=text]')?.focus()
  }, [entry])
  return (
    <section
      ref={place}
      className={styles.editor}
      aria-label={name || t('book.newEntry')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
      }}
      onBlur={() => save()}
    >
      <div className={styles.editorHead}>
        <h2 className={styles.editorTitle}>{name || t('book.newEntry')}</h2>
        <Button type="text" icon={<Icon name="close" />} aria-label={t('book.close')} onClick={onClose} />
      </div>
      {!entry && (
        <Segmented
          aria-label={t('book.kind')}
          value={draft.kind}
          onChange={(kind) => change({ ...draft, kind })}
          options={bookKinds.map((value) => ({ value, label: t(`book.kinds.${value}`) }))}
        />
      )}
      <div className={styles.fields}>
        {shown.map((field) => (
          <Field
            key={field}
            id={`${id}${field}`}
            label={t(`meaning.${field}`)}
            value={draft.values[field] ?? ''}
            onChange={(value) => change({ ...draft, values: { ...draft.values, [field]: value } })}
          />
        ))}
      </div>
      {!all && more.some((field) => !filled.includes(field)) && (
        <button type="button" className={styles.textButton} onClick={() => setAll(true)}>
          {t('book.more')}
        </button>
      )}
      {Object.keys(draft.extra).length > 0 && (
        <dl className={styles.extra}>
          {Object.entries(draft.extra).map(([column, value]) => (
            <div key={column} style={{ display: 'contents' }}>
              <dt>{column}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {household && (
        <button type="button" className={styles.textButton} onClick={() => onOpen(household)}>
          {t('book.household', { name: household.name })}
        </button>
      )}
      {error !== null && <ErrorNotice error={error} onRetry={() => save()} />}
      <div className={styles.actions}>
        <span className={styles.hint} role="status">
          {t(`book.state.${state}`)}
        </span>
        <button type="button" className={styles.textButton} disabled={!undo} onClick={undo}>
          {t('unit.undo')}
        </button>
        {entry && (
          <button type="button" className={styles.textButton} onClick={() => onRemove(entry)}>
            {t('book.remove')}
          </button>
        )}
      </div>
      {entry && (
        <p className={styles.hint}>{t('book.from', { source: entry.source, when: timeText(entry.updatedAt) })}</p>
      )}
    </section>
  )
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ id, label, value, onChange }: FieldProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}
