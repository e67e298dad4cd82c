import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../../record-form/rows.module.css'
import { TurnGoalsContext } from './drill-cards-context.ts'

interface GoalSelectProps {
  readonly id: string
  readonly label: string
  /** The place of the turn it leads on from. */
  readonly at: number
  /** As the record has it: a turn's id, `end`, or undefined for the next in the order. */
  readonly to: string | undefined
  readonly onGoal: (to: string | undefined) => void
  /** Makes a turn of its own to lead to. */
  readonly onFresh?: (() => void) | undefined
}

const NEXT = ''
/** No turn's id: those have no such signs. */
const FRESH = '+'

/** Where it goes on: down the order, to any turn by its number, to the end, or to a new turn. */
export function GoalSelect({ id, label, at, to, onGoal, onFresh }: GoalSelectProps) {
  const { t } = useTranslation('drills')
  const goals = useContext(TurnGoalsContext)
  // A long drill has hundreds of these, each with as many goals: they stand in the one that is used.
  const [used, setUsed] = useState(false)
  const lost = to !== undefined && to !== 'end' && !goals.some((goal) => goal.id === to)
  return (
    <span className={styles.goal}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={to ?? NEXT}
        aria-invalid={lost}
        onPointerDown={() => setUsed(true)}
        onFocus={() => setUsed(true)}
        onBlur={() => setUsed(false)}
        onChange={({ target: { value } }) =>
          value === FRESH ? onFresh?.() : onGoal(value === NEXT ? undefined : value)
        }
      >
        <option value={NEXT}>{at < goals.length - 1 ? t('turn.next', { n: at + 2 }) : t('turn.nextEnd')}</option>
        {goals.map(
          (goal, n) =>
            (used || goal.id === to) && (
              <option key={goal.id} value={goal.id}>
                {t('turn.to', { n: n + 1, title: goal.title })}
              </option>
            ),
        )}
        <option value="end">{t('turn.end')}</option>
        {lost && <option value={to}>{t('turn.lost')}</option>}
        {onFresh && <option value={FRESH}>{t('turn.fresh')}</option>}
      </select>
    </span>
  )
}
