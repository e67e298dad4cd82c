import { useTranslation } from 'react-i18next'
import type { DrillRecord, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { letterOf } from '../../drills/graph/drill-ways.ts'
import styles from './drill-play.module.css'
import { goesOn } from './drill-walk.ts'
import { SaidWords } from './said-words.tsx'
import { TurnPicture } from './turn-picture.tsx'

interface TurnViewProps {
  readonly drill: DrillRecord
  readonly turn: DrillTurn
  readonly at: number
  /** The roles that somebody here plays: their lines stand out. */
  readonly mine: ReadonlySet<string>
  readonly onChoose: (choice: number) => void
}

/** A turning point: what happens, who says what, and what one would do. */
export function TurnView({ drill, turn, at, mine, onChoose }: TurnViewProps) {
  const { t } = useTranslation('presenting')
  const roles = new Map(drill.roles.map(({ id, name }) => [id, name]))
  return (
    <div className={styles.words}>
      <h2 tabIndex={-1}>
        {t('play.turn', { at: at + 1 })}　{turn.title}
      </h2>
      {turn.picture && <TurnPicture picture={turn.picture} />}
      <SaidWords text={turn.text} />
      {turn.lines.length > 0 && (
        <dl className={styles.lines}>
          {turn.lines.map(({ id, role, text }) => (
            <div key={id} data-mine={role !== undefined && mine.has(role) ? '' : undefined}>
              <dt>{(role !== undefined && roles.get(role)) || t('play.narrator')}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {!goesOn(turn) && (
        <section className={styles.part}>
          <h3>{turn.ask || t('play.ask')}</h3>
          <ol className={styles.choices}>
            {turn.choices.map(({ id, text }, choice) => (
              <li key={id}>
                <button type="button" className={styles.choice} onClick={() => onChoose(choice)}>
                  <span className={styles.letter}>{letterOf(choice)}</span>
                  <span>{text}</span>
                </button>
              </li>
            ))}
          </ol>
          <p className={styles.quiet}>
            {t('play.hands')} {t('play.keys')}
          </p>
        </section>
      )}
      {goesOn(turn) && turn.ask && <p className={styles.ask}>{turn.ask}</p>}
    </div>
  )
}
