import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import type { CitedState } from '../../../library/meetings/materials/material-view.ts'
import { letterOf } from '../../drills/graph/drill-ways.ts'
import styles from './drill-play.module.css'
import { type ChosenWay, type DrillWalk, untakenWays, walkedSteps } from './drill-walk.ts'
import { PlayedClause } from './played-clause.tsx'
import { SaidWords } from './said-words.tsx'
import { WalkedMap } from './walked-map.tsx'

interface DrillEndProps {
  readonly drill: DrillRecord
  readonly walk: DrillWalk
  readonly lost: boolean
  readonly cited: readonly CitedState[]
}

/** What really happened, the way that was walked and those that were not, and what to talk about. */
export function DrillEnd({ drill, walk, lost, cited }: DrillEndProps) {
  const { t } = useTranslation('presenting')
  const chosen = walkedSteps(walk).flatMap(({ turn, choice }) => (choice === undefined ? [] : [{ turn, choice }]))
  const untaken = untakenWays(drill, walk)
  const way = ({ turn, choice }: ChosenWay, at: number) => (
    <li key={`${at} ${turn} ${choice}`}>
      <span className={styles.quiet}>{drill.turns[turn]?.title || t('play.turn', { at: turn + 1 })}</span>
      <span>
        {letterOf(choice)}　{drill.turns[turn]?.choices[choice]?.text}
      </span>
    </li>
  )
  return (
    <div className={styles.words}>
      <h2 tabIndex={-1}>{t('play.end')}</h2>
      {lost && <p>{t('play.lost')}</p>}
      {drill.happened.trim() !== '' && (
        <section className={styles.part}>
          <h3>{t('play.happened')}</h3>
          <SaidWords text={drill.happened} />
        </section>
      )}
      <section className={styles.part}>
        <h3>{t('play.way')}</h3>
        {chosen.length === 0 ? <p>{t('play.wayNone')}</p> : <ol className={styles.ways}>{chosen.map(way)}</ol>}
        <WalkedMap drill={drill} walk={walk} />
        {untaken.length > 0 && (
          <>
            <h4>{t('play.others')}</h4>
            <ul className={styles.ways}>{untaken.map(way)}</ul>
          </>
        )}
      </section>
      {drill.debrief.length > 0 && (
        <section className={styles.part}>
          <h3>{t('play.debrief')}</h3>
          <ul className={styles.questions}>
            {drill.debrief.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      {drill.cites.length > 0 && (
        <section className={styles.part}>
          <h3>{t('play.basis')}</h3>
          {drill.cites.map((cite) => (
            <PlayedClause key={cite.id} cite={cite} state={cited.find(({ citeId }) => citeId === cite.id)} />
          ))}
        </section>
      )}
    </div>
  )
}
