import { useTranslation } from 'react-i18next'
import type { DrillChoice } from '../../../library/meetings/drills/drill.schema.ts'
import type { CitedState } from '../../../library/meetings/materials/material-view.ts'
import styles from './drill-play.module.css'
import { PlayedClause } from './played-clause.tsx'
import { SaidWords } from './said-words.tsx'

interface OutcomeViewProps {
  readonly choice: DrillChoice
  readonly cited: readonly CitedState[]
}

/** What comes of a choice, how good a way it was, and the clause behind it. */
export function OutcomeView({ choice, cited }: OutcomeViewProps) {
  const { t } = useTranslation('presenting')
  return (
    <div className={styles.words}>
      <h2 tabIndex={-1}>{t('play.outcome')}</h2>
      <p className={styles.chosen}>{choice.text}</p>
      <SaidWords text={choice.outcome} />
      {choice.worth && <p className={styles.worth}>{t(`play.worth.${choice.worth}`)}</p>}
      {choice.cites.length > 0 && (
        <section className={styles.part}>
          <h3>{t('play.basis')}</h3>
          {choice.cites.map((cite) => (
            <PlayedClause key={cite.id} cite={cite} state={cited.find(({ citeId }) => citeId === cite.id)} />
          ))}
        </section>
      )}
    </div>
  )
}
