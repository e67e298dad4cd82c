import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../library/reading/reading-view.ts'
import { anchorText } from '../design/anchor-text.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { useTimeText } from '../design/use-time-text.ts'
import styles from './favourites-page.module.css'
import { NoteForm } from './note-form.tsx'
import { useDeleteNote } from './use-notes.ts'

/** A note with the passage it is on; it can be changed or deleted here. */
export function NoteRow({ note }: { readonly note: Note }) {
  const { t } = useTranslation('favourites')
  const timeText = useTimeText()
  const remove = useDeleteNote()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const { itemId, anchor, title } = note
  const place = anchorText(anchor)
  return (
    <li className={styles.note}>
      <Link to="/item/$itemId" params={{ itemId }} hash={anchor} className={styles.place}>
        {title}
        {place !== '' && <span className={styles.anchor}>{place}</span>}
      </Link>
      {editing ? (
        <NoteForm note={note} onClose={() => setEditing(false)} />
      ) : (
        <>
          <p className={styles.text}>{note.text}</p>
          <div className={styles.foot}>
            <span className={styles.time}>{t('updated', { time: timeText(note.updatedAt) })}</span>
            <Button
              type="text"
              size="small"
              aria-label={t('editOf', { title, anchor: place })}
              onClick={() => setEditing(true)}
            >
              {t('edit')}
            </Button>
            <Button
              type="text"
              size="small"
              aria-label={t('deleteOf', { title, anchor: place })}
              onClick={() => setAsking(true)}
            >
              {t('delete')}
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title={t('deleteTitle')}
        text={t('deleteLead')}
        confirm={t('delete')}
        refuse={t('keep')}
        onConfirm={() => remove.mutate(note.id)}
        onClose={() => setAsking(false)}
      />
      {remove.isError && <ErrorNotice error={remove.error} />}
    </li>
  )
}
