import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DrillChoice, DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import { CitedField } from '../../materials/cited-field.tsx'
import { PlainField } from '../../record-form/plain-field.tsx'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import styles from '../../record-form/rows.module.css'
import { letterOf } from '../graph/drill-ways.ts'
import { useDrillCards } from './drill-cards-context.ts'
import { Fold } from './fold.tsx'
import { GoalSelect } from './goal-select.tsx'

const worths = ['none', 'good', 'so-so', 'poor'] as const

interface ChoiceCardProps {
  readonly choice: DrillChoice
  readonly turn: DrillTurn
  readonly turnAt: number
  readonly at: number
  readonly path: string
}

/** One way to go on: what one would do, what comes of it, where it leads, and the clause behind it. */
export function ChoiceCard({ choice, turn, turnAt, at, path }: ChoiceCardProps) {
  const { t } = useTranslation('drills')
  const form = useRecordForm()
  const { addTurnFor } = useDrillCards()
  const letter = letterOf(at)
  const remove = () => {
    const choices = turn.choices.filter((one) => one !== choice)
    form.change(`turns/${turnAt}/choices`, choices)
    const next = choices.length > 0 ? `turns/${turnAt}/choices/${Math.max(0, at - 1)}/text` : `turns/${turnAt}/text`
    requestAnimationFrame(() => document.getElementById(fieldId(next))?.focus())
  }
  return (
    <li className={styles.choice}>
      <span className={styles.letter} aria-hidden="true">
        {letter}
      </span>
      <div className={styles.stack}>
        <PlainField
          path={`${path}/text`}
          label={t('turn.choice', { letter })}
          value={choice.text}
          example={t('turn.choiceExample')}
          maxLength={500}
        />
        <PlainField
          path={`${path}/outcome`}
          label={t('turn.outcome')}
          value={choice.outcome}
          example={t('turn.outcomeExample')}
          maxLength={5000}
          rows={1}
        />
        <div className={styles.row}>
          <GoalSelect
            id={fieldId(`${path}/to`)}
            label={t('turn.goes')}
            at={turnAt}
            to={choice.to}
            onGoal={(to) => form.change(`${path}/to`, to)}
            onFresh={() => addTurnFor(turnAt, at)}
          />
          <fieldset className={styles.worths} title={t('turn.worthHint')}>
            <legend>{t('turn.worth')}</legend>
            {worths.map((worth) => (
              <label key={worth}>
                <input
                  type="radio"
                  name={`${fieldId(path)}-worth`}
                  checked={(choice.worth ?? 'none') === worth}
                  onChange={() => form.change(`${path}/worth`, worth === 'none' ? undefined : worth)}
                />
                {t(`turn.worths.${worth}`)}
              </label>
            ))}
          </fieldset>
          <Button type="text" size="small" onClick={remove}>
            {t('turn.removeChoice', { letter })}
          </Button>
        </div>
        <Fold summary={choice.cites.length > 0 ? t('turn.citesN', { n: choice.cites.length }) : t('turn.cites')}>
          <CitedField path={`${path}/cites`} most={10} />
        </Fold>
      </div>
    </li>
  )
}
