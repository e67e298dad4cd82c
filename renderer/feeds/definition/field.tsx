import { type ReactNode, useId } from 'react'
import styles from './definition.module.css'

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: (attributes: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

/** A labelled control with what is expected, or what is wrong, below it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const told = error ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': told ? `${id}-told` : undefined,
        'aria-invalid': error !== undefined,
      })}
      {told && (
        <p id={`${id}-told`} className={error ? styles.problem : styles.hint}>
          {told}
        </p>
      )}
    </div>
  )
}
