import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../publishing.module.css'

/** As long as a channel's description allows. Characters. */
const LONGEST = 20_000

interface NotesFieldProps {
  readonly value: string
  readonly proposed: string
  readonly onChange: (notes: string) => void
}

/** The release notes, proposed and to be edited. */
export function NotesField({ value, proposed, onChange }: NotesFieldProps) {
  const { t } = useTranslation('publishing')
  const id = useId()
  return (
    <div className={styles.notes}>
      <label htmlFor={id} className={styles.subheading}>
        {t('release.notes')}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('release.notesHint')}
      </p>
      <Input.TextArea
        id={id}
        aria-describedby={`${id}-hint`}
        value={value}
        maxLength={LONGEST}
        autoSize={{ minRows: 6, maxRows: 20 }}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== proposed && (
        <div className={styles.actions}>
          <span role="status" className={styles.hint}>
            {t('release.notesKept')}
          </span>
          <Button size="small" onClick={() => onChange(proposed)}>
            {t('release.notesReset')}
          </Button>
        </div>
      )}
    </div>
  )
}
