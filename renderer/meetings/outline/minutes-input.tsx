import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './outline.module.css'

interface MinutesInputProps {
  readonly minutes: number
  /** How it is called for those who hear it. */
  readonly label: string
  readonly readOnly: boolean
  readonly tabIndex?: number | undefined
  readonly id?: string | undefined
  readonly onMinutes: (minutes: number) => void
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined
}

/** Minutes, typed; empty while nobody has said. At most ten hours. */
export function MinutesInput({ minutes, label, readOnly, tabIndex, id, onMinutes, onKeyDown }: MinutesInputProps) {
  const { t } = useTranslation('meetings')
  const [typed, setTyped] = useState<{ readonly text: string; readonly minutes: number }>()
  // A number that changed otherwise (undo, distributing) is written anew.
  const text = typed?.minutes === minutes ? typed.text : minutes === 0 ? '' : String(minutes)
  return (
    <span className={styles.minutes}>
      <input
        id={id}
        className={styles.minutesField}
        data-cell="minutes"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={text}
        readOnly={readOnly}
        tabIndex={tabIndex}
        aria-label={label}
        placeholder="–"
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(undefined)}
        onChange={(event) => {
          const digits = event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 3)
          const next = Math.min(600, Number(digits))
          setTyped({ text: digits, minutes: next })
          onMinutes(next)
        }}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden="true">{t('clock.minutes')}</span>
    </span>
  )
}
