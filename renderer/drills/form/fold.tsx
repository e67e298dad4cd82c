import { type ReactNode, useState } from 'react'
import styles from '../../record-form/rows.module.css'

/** What few need, folded up. It is drawn only once it is open: fields that nobody sees take no time. */
export function Fold({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}
