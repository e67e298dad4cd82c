import { Button, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './publishing.module.css'

interface FolderFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (folder: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** A folder of this machine: typed, or chosen in the desktop shell's dialog. */
export function FolderField({ label, value, onChange, hint, error }: FolderFieldProps) {
  const { t } = useTranslation('publishing')
  const id = useId()
  const { xinhuo } = window
  const told = error ?? hint
  const choose = async () => {
    const folder = await xinhuo?.chooseFolder()
    if (folder) onChange(folder)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.folder}>
        <Input
          id={id}
          value={value}
          placeholder={t('folderHint')}
          maxLength={1000}
          autoComplete="off"
          status={error ? 'error' : ''}
          aria-invalid={error !== undefined}
          aria-describedby={told ? `${id}-told` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {xinhuo && <Button onClick={() => void choose()}>{t('chooseFolder')}</Button>}
      </div>
      {told && (
        <p id={`${id}-told`} className={error ? styles.problem : styles.hint}>
          {told}
        </p>
      )}
    </div>
  )
}
