import { type ReactNode, useId } from 'react'
import styles from './record-form.module.css'

interface FormSectionProps {
  readonly title: string
  readonly lead?: string | undefined
  readonly children: ReactNode
}

/** A part of the form; Alt+↑↓ goes from one to the next. */
export function FormSection({ title, lead, children }: FormSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id} data-group="">
      <div>
        <h2 id={id} tabIndex={-1} className={styles.sectionTitle}>
          {title}
        </h2>
        {lead && <p className={styles.hint}>{lead}</p>}
      </div>
      {children}
    </section>
  )
}
