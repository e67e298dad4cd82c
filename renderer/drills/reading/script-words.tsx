import { Link } from '@tanstack/react-router'
import type { CitedPassage } from '../../../library/meetings/materials/cited.schema.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import styles from './drill-script.module.css'

/** Words with their paragraphs. */
export function Words({ text }: { readonly text: string }) {
  return text.trim() === '' ? null : <p className={styles.words}>{text.trim()}</p>
}

/** What is cited, with its validity on the day it was and a way to its text. */
export function CitedList({ cites }: { readonly cites: readonly CitedPassage[] }) {
  if (cites.length === 0) return null
  return (
    <ul className={styles.cites}>
      {cites.map(({ id, itemId, title, provision, anchor, validity, note }) => (
        <li key={id}>
          {itemId ? (
            <Link to="/item/$itemId" params={{ itemId }} search={{}} {...(anchor && { hash: anchor })}>
              《{title}》{provision}
            </Link>
          ) : (
            `《${title}》${provision ?? ''}`
          )}
          {validity && <ValidityBadge validity={validity} />}
          {note && <span className={styles.muted}>{note}</span>}
        </li>
      ))}
    </ul>
  )
}
