import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** An empty place that teaches what will stand here and how it gets here. */
export function EmptyNotice({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
    </div>
  )
}
