import { Input } from 'antd'
import { useId } from 'react'
import styles from './publishing.module.css'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly example?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly maxLength?: number | undefined
  readonly onEnter?: (() => void) | undefined
}

/** A labelled line of text with what is expected, or what is wrong, below it. */
export function TextField({ label, value, onChange, example, hint, error, maxLength, onEnter }: TextFieldProps) {
  const id = useId()
  const told = error ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        placeholder={example}
        maxLength={maxLength ?? 400}
        autoComplete="off"
        status={error ? 'error' : ''}
        aria-invalid={error !== undefined}
        aria-describedby={told ? `${id}-told` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) onEnter?.()
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
