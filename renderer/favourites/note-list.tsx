import { useTranslation } from 'react-i18next'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import styles from './favourites-page.module.css'
import { NoteRow } from './note-row.tsx'
import { useNotes } from './use-notes.ts'

export function NoteList() {
  const { t } = useTranslation('favourites')
  const notes = useNotes()
  if (notes.isPending) return <LoadingNotice />
  if (notes.isError) return <ErrorNotice error={notes.error} onRetry={() => void notes.refetch()} />
  if (notes.data.length === 0) {
    return (
      <EmptyNotice title={t('emptyNotesTitle')}>
        <p>{t('emptyNotes')}</p>
      </EmptyNotice>
    )
  }
  return (
    <ul className={styles.list}>
      {notes.data.map((note) => (
        <NoteRow key={note.id} note={note} />
      ))}
    </ul>
  )
}
