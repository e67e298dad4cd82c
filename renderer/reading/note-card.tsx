import { useTranslation } from 'react-i18next'
import type { Note } from '../../library/reading/reading-view.ts'
import styles from './note-card.module.css'
import { useShownDate } from './shown-date.ts'

interface NoteCardProps {
  readonly note: Note
  readonly revision: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** A note as it stands beside the text. */
export function NoteCard({ note, revision, onEdit, onRemove }: NoteCardProps) {
  const { t } = useTranslation('reading')
  const shown = useShownDate()
  return (
    <div className={styles.card}>
      <p className={styles.words}>{note.text}</p>
      <div className={styles.foot}>
        <span className={styles.state}>
          {shown(note.updatedAt)}
          {note.revision !== revision && ` · ${t('note.older')}`}
        </span>
        <button type="button" className={styles.action} onClick={onEdit}>
          {t('note.edit')}
        </button>
        <button type="button" className={styles.action} onClick={onRemove}>
          {t('note.remove')}
        </button>
      </div>
    </div>
  )
}
