import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CitedPassage } from '../../../library/meetings/materials/cited.schema.ts'
import styles from './quiz-play.module.css'

/** The clauses behind an answer: where they stand, and their words as they were cited. */
export function ClauseLines({ cites }: { readonly cites: readonly CitedPassage[] }) {
  const { t } = useTranslation('learning')
  if (cites.length === 0) return null
  return (
    <ul className={styles.clauses}>
      {cites.map(({ id, title, provision, itemId, anchor, text }) => {
        const name = `《${title}》${provision ?? ''}`
        return (
          <li key={id}>
            {itemId ? (
              <Link to="/item/$itemId" params={{ itemId }} search={{}} {...(anchor && { hash: anchor })}>
                {name}
              </Link>
            ) : (
              name
            )}
            {text && (
              <details>
                <summary>{t('quiz.clause')}</summary>
                <p className={styles.clause}>{text}</p>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
