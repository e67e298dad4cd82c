import { useTranslation } from 'react-i18next'
import type { DrillRecord, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { StepPicture } from '../../guides/reading/step-picture.tsx'
import { onlyGoesOn } from '../graph/change-turns.ts'
import { letterOf } from '../graph/drill-ways.ts'
import { wordsOfWays } from '../map/ways-in-words.tsx'
import styles from './drill-script.module.css'
import { CitedList, Words } from './script-words.tsx'

interface TurnScriptProps {
  /** Of the drill, whose cleaned pictures are shown. */
  readonly id: string
  readonly record: DrillRecord
  readonly turn: DrillTurn
  readonly at: number
}

/** A turn as a script has it: what happens, who says what, what one would do and what comes of it. */
export function TurnScript({ id, record, turn, at }: TurnScriptProps) {
  const { t } = useTranslation(['drills', 'materials'])
  const nameOf = (role: string | undefined) => record.roles.find((one) => one.id === role)?.name
  const one = (choice: number) => wordsOfWays(t, record.turns, at, choice)
  return (
    <section className={styles.turn} data-entry={`turns/${at}`} data-group="" tabIndex={-1}>
      <h2>
        <span className={styles.number}>{at + 1}</span>{' '}
        {turn.title || t('materials:card.place', { one: t('form.turn'), n: at + 1 })}
      </h2>
      <Words text={turn.text} />
      {turn.picture && <StepPicture id={id} picture={turn.picture} marks={[]} otherwise={turn.title} />}
      {turn.lines.length > 0 && (
        <ul className={styles.lines}>
          {turn.lines.map(({ id: lineId, role, text }) => (
            <li key={lineId}>
              <b>{nameOf(role) ?? t('turn.narrator')}</b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {onlyGoesOn(turn) ? (
        <p className={styles.muted}>{one(0)}</p>
      ) : (
        <>
          {turn.ask && <p className={styles.ask}>{turn.ask}</p>}
          <ol className={styles.choices}>
            {turn.choices.map((choice, n) => (
              <li key={choice.id}>
                <p>
                  <b>{letterOf(n)}</b> {choice.text}
                </p>
                <Words text={choice.outcome} />
                <p className={styles.muted}>
                  {[choice.worth && t(`turn.worths.${choice.worth}`), one(n)].filter(Boolean).join(' · ')}
                </p>
                <CitedList cites={choice.cites} />
              </li>
            ))}
          </ol>
        </>
      )}
      {turn.notes && (
        <details>
          <summary>{t('turn.notes')}</summary>
          <Words text={turn.notes} />
        </details>
      )}
    </section>
  )
}
