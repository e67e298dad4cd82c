import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../library/reading/reading-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import styles from './favourites-page.module.css'
import { useChangeNote } from './use-notes.ts'

export function NoteForm({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) {
  const { t } = useTranslation('favourites')
  const change = useChangeNote()
  const [text, setText] = useState(note.text)
  const save = () => change.mutate({ id: note.id, text: text.trim() }, { onSuccess: onClose })
  return (
    <>
      <Input.TextArea
        aria-label={t('noteText')}
        value={text}
        autoSize={{ minRows: 3, maxRows: 12 }}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <div className={styles.foot}>
        <Button type="primary" size="small" disabled={text.trim() === '' || change.isPending} onClick={save}>
          {t('save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('giveUp')}
        </Button>
      </div>
      {change.isError && <ErrorNotice error={change.error} onRetry={save} />}
    </>
  )
}
