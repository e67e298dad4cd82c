import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DrillTurn } from '../../../library/meetings/drills/drill.schema.ts'
import type { CardContent } from '../../materials/cards/card.tsx'
import { PictureField } from '../../materials/pictures-field.tsx'
import { PlainField } from '../../record-form/plain-field.tsx'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { fieldId } from '../../record-form/record-path.ts'
import styles from '../../record-form/rows.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { freshChoice, onlyGoesOn } from '../graph/change-turns.ts'
import { ChoiceCard } from './choice-card.tsx'
import { useDrillCards } from './drill-cards-context.ts'
import { Fold } from './fold.tsx'
import { GoalSelect } from './goal-select.tsx'
import { LinesField } from './lines-field.tsx'

const MOST_CHOICES = 8

/** A turning point: what happens, who says what, what would you do, and where each choice leads. */
export function TurnCard({ entry: turn, at, path }: CardContent<DrillTurn>) {
  const { t } = useTranslation('drills')
  const form = useRecordForm()
  const { leadTurn } = useDrillCards()
  const goesOn = onlyGoesOn(turn)
  const addChoice = () => {
    const choices = goesOn ? [] : turn.choices
    const ask = turn.ask ?? t('turn.askExample')
    form.change(path, { ...turn, ask, choices: [...choices, freshChoice(choices)] })
    requestAnimationFrame(() => document.getElementById(fieldId(`${path}/choices/${choices.length}/text`))?.focus())
  }
  const more = turn.notes || turn.picture
  return (
    <>
      <div data-first="">
        <input
          type="text"
          id={fieldId(`${path}/title`)}
          className={styles.turnTitle}
          value={turn.title}
          maxLength={100}
          autoComplete="off"
          aria-label={t('turn.titleLabel', { n: at + 1 })}
          placeholder={t('turn.titleExample')}
          onChange={({ target }) => form.change(`${path}/title`, target.value, true)}
        />
      </div>
      <PlainField
        path={`${path}/text`}
        label={t('turn.text')}
        value={turn.text}
        example={t('turn.textExample')}
        maxLength={10_000}
        rows={2}
      />
      <LinesField path={`${path}/lines`} lines={turn.lines} />
      {!goesOn && (
        <>
          <PlainField
            path={`${path}/ask`}
            label={t('turn.ask')}
            value={turn.ask ?? ''}
            example={t('turn.askExample')}
            maxLength={300}
            optional
          />
          <ol className={styles.choices} aria-label={t('turn.choices')}>
            {turn.choices.map((choice, n) => (
              <ChoiceCard
                key={choice.id}
                choice={choice}
                turn={turn}
                turnAt={at}
                at={n}
                path={`${path}/choices/${n}`}
              />
            ))}
          </ol>
        </>
      )}
      <div className={styles.row}>
        <Button disabled={!goesOn && turn.choices.length >= MOST_CHOICES} onClick={addChoice}>
          {t('turn.addChoice')}
        </Button>
        {goesOn && (
          <GoalSelect
            id={`${fieldId(path)}-goes`}
            label={t('turn.goesOn')}
            at={at}
            to={turn.choices[0]?.to}
            onGoal={(to) => leadTurn(at, to)}
          />
        )}
      </div>
      <Fold summary={t(more ? 'turn.moreN' : 'turn.more')}>
        <div className={styles.stack}>
          <TextField
            path={`${path}/notes`}
            label={t('turn.notes')}
            example={t('turn.notesExample')}
            maxLength={5000}
            rows={2}
          />
          <PictureField path={`${path}/picture`} />
        </div>
      </Fold>
    </>
  )
}

/** Beside what orders the cards: trying the drill out from here. */
export function TurnTools({ entry, at }: CardContent<DrillTurn>) {
  const { t } = useTranslation('drills')
  const { play } = useDrillCards()
  return (
    <Button size="small" type="text" aria-label={t('turn.playOf', { n: at + 1 })} onClick={() => play(entry.id)}>
      {t('turn.play')}
    </Button>
  )
}
