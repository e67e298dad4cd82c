import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from './kept-searches.module.css'
import { useNoteGap } from './use-kept-searches.ts'

/** One click notes that this is missing here; nothing is noted without it, and nothing leaves the machine. */
export function NoteGap({ words }: { readonly words: string }) {
  const { t } = useTranslation('search')
  const [note, setNote] = useState('')
  const add = useNoteGap()
  const confirm = () => add.mutate({ query: words.slice(0, 400), note: note.trim() })
  if (add.isSuccess) return <p role="status">{t('gaps.noted')}</p>
  return (
    <div className={styles.gap}>
      <Input
        aria-label={t('gaps.note')}
        placeholder={t('gaps.noteExample')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={confirm}
      />
      <div>
        <Button disabled={add.isPending} onClick={confirm}>
          {t('gaps.add')}
        </Button>
      </div>
      <p className={styles.aside}>{t('gaps.private')}</p>
      {add.isError && <ErrorNotice error={add.error} onRetry={confirm} />}
    </div>
  )
}
