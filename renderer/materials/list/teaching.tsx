import { EmptyNotice } from '../../design/empty-notice.tsx'
import styles from './teaching.module.css'

interface TeachingProps {
  readonly title: string
  readonly what: string
  readonly example: string
  /** The example, its first line above the others. */
  readonly lines: readonly string[]
  readonly how: string
}

/** What a thing is and how one begins, with a small example, while nobody has made one here. */
export function Teaching({ title, what, example, lines, how }: TeachingProps) {
  return (
    <div className={styles.teaching}>
      <EmptyNotice title={title}>
        <p>{what}</p>
        <figure className={styles.example} aria-label={example}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </figure>
        <p>{how}</p>
      </EmptyNotice>
    </div>
  )
}
