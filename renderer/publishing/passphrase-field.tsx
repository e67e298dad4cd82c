import { type Ref, useId } from 'react'
import styles from './publishing.module.css'

interface PassphraseFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly onType: (text: string) => void
  readonly onEnter?: (() => void) | undefined
  readonly ref?: Ref<HTMLInputElement>
}

/** A field whose text lives in the page only: no state holds it, and no browser fills or keeps it. */
export function PassphraseField({ label, hint, error, onType, onEnter, ref }: PassphraseFieldProps) {
  const id = useId()
  const told = error ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={ref}
        type="password"
        className={styles.secret}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        aria-invalid={error !== undefined}
        aria-describedby={told ? `${id}-told` : undefined}
        data-1p-ignore=""
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.()
        }}
      />
      {told && (
        <p id={`${id}-told`} className={error ? styles.problem : styles.hint}>
          {told}
        </p>
      )}
    </div>
  )
}
