import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchGap } from '../../../library/search/saved/saved-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from './kept-searches.module.css'
import { useChangeGapNote, useDeleteGap } from './use-kept-searches.ts'

/** One noted gap; what is written beside it can be changed later. */
export function GapRow({ gap }: { readonly gap: SearchGap }) {
  const { t } = useTranslation('search')
  const [note, setNote] = useState<string>()
  const change = useChangeGapNote()
  const remove = useDeleteGap()
  const edit = useRef<HTMLButtonElement>(null)
  /** The field goes; who typed in it goes on at its button, who clicked elsewhere stays there. */
  const close = (typing: boolean) => {
    setNote(undefined)
    if (typing) edit.current?.focus()
  }
  const confirm = (typing: boolean) => {
    if (note === undefined || change.isPending) return
    if (note.trim() === gap.note) close(typing)
    else change.mutate({ id: gap.id, note: note.trim() }, { onSuccess: () => close(typing) })
  }
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.words}>
          {gap.query}{' '}
          {note === undefined ? (
            <span className={styles.aside}>{gap.note}</span>
          ) : (
            <Input
              aria-label={t('gaps.noteOf', { words: gap.query })}
              placeholder={t('gaps.noteExample')}
              value={note}
              maxLength={2000}
              autoFocus
              onChange={(event) => setNote(event.target.value)}
              onBlur={() => confirm(false)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) confirm(true)
                if (event.key === 'Escape') close(true)
              }}
            />
          )}
        </span>
        {gap.exportedAt !== undefined && <span className={styles.aside}>{t('gaps.exported')}</span>}
        <Button
          ref={edit}
          type="text"
          size="small"
          aria-label={t('gaps.editOf', { words: gap.query })}
          onClick={() => setNote(gap.note)}
        >
          {t('gaps.edit')}
        </Button>
        <Button
          type="text"
          size="small"
          disabled={remove.isPending}
          aria-label={t('gaps.removeOf', { words: gap.query })}
          onClick={() => remove.mutate(gap.id)}
        >
          {t('saved.remove')}
        </Button>
      </div>
      {change.isError && <ErrorNotice error={change.error} onRetry={() => confirm(true)} />}
      {remove.isError && <ErrorNotice error={remove.error} onRetry={() => remove.mutate(gap.id)} />}
    </li>
  )
}
