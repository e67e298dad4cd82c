import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './note-card.module.css'
import { type NoteDraft, useNoteAutosave } from './use-note-autosave.ts'

interface NoteEditorProps {
  readonly draft: NoteDraft
  readonly label: string
  /** The service has given a new note its id. */
  readonly onCreated: (id: string) => void
  readonly onDone: () => void
}

/** Where a note is written. It saves by itself a moment after the last key. */
export function NoteEditor({ draft, label, onCreated, onDone }: NoteEditorProps) {
  const { t } = useTranslation('reading')
  const field = useRef<HTMLTextAreaElement>(null)
  const { text, change, state, saveNow } = useNoteAutosave(draft, onCreated)

  useEffect(() => {
    const element = field.current
    if (!element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    element.scrollIntoView({ block: 'nearest' })
  }, [])

  const finish = () => {
    saveNow()
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    finish()
  }
  return (
    <div className={styles.editor}>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        placeholder={t('note.placeholder')}
        maxLength={10_000}
        rows={2}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        <span className={styles.state} role="status" data-failed={state.kind === 'failed' ? '' : undefined}>
          {state.kind === 'saving' && t('note.saving')}
          {state.kind === 'saved' && t('note.saved')}
          {state.kind === 'idle' && t('note.auto')}
          {state.kind === 'failed' && t('note.unsaved', { what: state.what })}
        </span>
        {state.kind === 'failed' && (
          <button type="button" className={styles.action} onClick={saveNow}>
            {t('note.retry')}
          </button>
        )}
        <button type="button" className={styles.action} onClick={finish}>
          {t('note.done')}
        </button>
      </div>
    </div>
  )
}
