import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../library/reading/reading-view.ts'
import { NoteCard } from './note-card.tsx'
import { NoteEditor } from './note-editor.tsx'
import styles from './passage-notes.module.css'
import type { NoteDesk } from './use-note-desk.ts'

interface PassageNotesProps {
  readonly anchor: string
  readonly place: string
  readonly notes: readonly Note[]
  readonly desk: NoteDesk
}

/** The person's notes on one passage, with the editor when one is being written. */
export function PassageNotes({ anchor, place, notes, desk }: PassageNotesProps) {
  const { t } = useTranslation('reading')
  const editing = desk.editing?.anchor === anchor ? desk.editing : undefined
  const edited = notes.find((note) => note.id === editing?.noteId)
  const { itemId, revision, changes } = desk
  const key = editing?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft keeps the words it began with
  const draft = useMemo(
    () => ({ id: editing?.noteId, place: { itemId, anchor, revision }, text: edited?.text ?? '', changes }),
    [key, itemId, anchor, revision, changes],
  )
  const label = place === '' ? t('note.label') : t('note.on', { place })
  return (
    <div className={styles.notes} role="note" aria-label={label}>
      {notes
        .filter((note) => note.id !== editing?.noteId)
        .map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            revision={revision}
            onEdit={() => desk.edit(note)}
            onRemove={() => desk.remove(note)}
          />
        ))}
      {editing && (
        <NoteEditor key={editing.key} draft={draft} label={label} onCreated={desk.created} onDone={desk.close} />
      )}
    </div>
  )
}
