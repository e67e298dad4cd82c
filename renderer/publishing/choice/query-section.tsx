import { useTranslation } from 'react-i18next'
import type { ChannelChoice } from '../../../library/updates/publishing/publishing-view.ts'
import styles from '../publishing.module.css'
import type { ChoiceStep } from './change-choice.ts'
import { NewQuery } from './new-query.tsx'
import { QueryRow } from './query-row.tsx'

interface QuerySectionProps {
  readonly choice: ChannelChoice
  readonly onStep: (step: ChoiceStep) => void
}

/** The conditions that bring items into the channel, now and later. */
export function QuerySection({ choice, onStep }: QuerySectionProps) {
  const { t } = useTranslation('publishing')
  return (
    <section className={styles.sheet} aria-labelledby="queries-title">
      <h2 id="queries-title" className={styles.heading}>
        {t('choice.queries')}
      </h2>
      <p className={styles.muted}>{t('choice.queriesLead')}</p>
      {choice.queries.length === 0 && <p>{t('choice.noQueries')}</p>}
      <ul className={styles.rows}>
        {choice.queries.map((query) => (
          <QueryRow key={query} query={query} choice={choice} onStep={onStep} />
        ))}
      </ul>
      <NewQuery known={choice.queries} onAdd={(query) => onStep({ do: 'add-query', query })} />
    </section>
  )
}
