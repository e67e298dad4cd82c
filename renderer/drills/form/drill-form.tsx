import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillRecord, DrillRole } from '../../../library/meetings/drills/drill.schema.ts'
import { AudienceFields } from '../../materials/audience-fields.tsx'
import { CardList } from '../../materials/cards/card-list.tsx'
import { CitedField } from '../../materials/cited-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import { MinutesField } from '../../record-form/minutes-field.tsx'
import styles from '../../record-form/record-form.module.css'
import { freshId } from '../../record-form/record-path.ts'
import { StringsField } from '../../record-form/strings-field.tsx'
import { TextField } from '../../record-form/text-field.tsx'
import type { Turns } from '../desk/use-turns.ts'
import { type DrillCards, DrillCardsContext, type TurnGoals, TurnGoalsContext } from './drill-cards-context.ts'
import { TurnCard, TurnTools } from './turn-card.tsx'

interface DrillFormProps {
  readonly record: DrillRecord
  readonly turns: Turns
  readonly play: (from?: string) => Promise<void>
}

/** A drill as a plain form: where and who, the turns like a script, what happened and what to talk about. */
export function DrillForm({ record, turns, play }: DrillFormProps) {
  const { t } = useTranslation('drills')
  return (
    <div className={styles.sections}>
      <FormSection title={t('form.about')}>
        <div className={styles.fields}>
          <TextField
            path="title"
            label={t('form.title')}
            example={t('form.titleExample')}
            maxLength={200}
            always
            wide
            autoFocus={record.title === ''}
          />
          <TextField
            path="setting"
            label={t('form.setting')}
            hint={t('form.settingHint')}
            example={t('form.settingExample')}
            maxLength={10_000}
            rows={2}
            always
          />
        </div>
      </FormSection>
      <FormSection title={t('form.roles')} lead={t('form.rolesLead')}>
        <EntryList<DrillRole>
          path="roles"
          one={t('form.role')}
          nameOf={({ name }) => name}
          keyOf={({ id }) => id}
          fresh={() => ({ id: freshId('r', record.roles), name: '' })}
          most={20}
          empty={t('form.rolesNone')}
        >
          {(_, path) => <RoleFields path={path} />}
        </EntryList>
      </FormSection>
      <FormSection title={t('form.turns')} lead={t('form.turnsLead')}>
        <TurnCards record={record} turns={turns} play={play} />
      </FormSection>
      <FormSection title={t('form.after')}>
        <div className={styles.fields}>
          <TextField
            path="happened"
            label={t('form.happened')}
            hint={t('form.happenedHint')}
            maxLength={20_000}
            rows={2}
            always
          />
        </div>
      </FormSection>
      <FormSection title={t('form.debrief')} lead={t('form.debriefLead')}>
        <StringsField
          path="debrief"
          one={t('form.question')}
          example={t('form.questionExample')}
          most={30}
          maxLength={500}
        />
      </FormSection>
      <FormSection title={t('form.cites')}>
        <CitedField path="cites" most={30} />
      </FormSection>
      <FormSection title={t('form.audience')}>
        <div className={styles.fields}>
          <TextField path="summary" label={t('form.summary')} example={t('form.summaryExample')} maxLength={500} wide />
          <MinutesField path="minutes" label={t('form.minutes')} />
          <AudienceFields />
        </div>
      </FormSection>
    </div>
  )
}

function RoleFields({ path }: { readonly path: string }) {
  const { t } = useTranslation('drills')
  return (
    <div className={styles.fields}>
      <TextField
        path={`${path}/name`}
        label={t('form.roleName')}
        example={t('form.roleNameExample')}
        maxLength={40}
        always
      />
      <TextField
        path={`${path}/about`}
        label={t('form.roleAbout')}
        example={t('form.roleAboutExample')}
        maxLength={2000}
        rows={1}
        wide={false}
      />
      <TextField
        path={`${path}/secret`}
        label={t('form.roleSecret')}
        example={t('form.roleSecretExample')}
        maxLength={2000}
        rows={1}
      />
    </div>
  )
}

function TurnCards({ record, turns, play }: DrillFormProps) {
  const { t } = useTranslation('drills')
  const { roles } = record
  // Words in a turn change neither its name nor its place: what all cards are given stays the same for them.
  const names = JSON.stringify(record.turns.map(({ id, title }) => ({ id, title })))
  // biome-ignore lint/correctness/useExhaustiveDependencies: playing goes by the record that is saved by then
  const cards = useMemo<DrillCards>(
    () => ({
      roles,
      addTurnFor: turns.addTurnFor,
      leadTurn: turns.leadTurn,
      play: (turn) => void play(turn),
    }),
    [roles, turns.addTurnFor, turns.leadTurn],
  )
  const goals = useMemo(() => JSON.parse(names) as TurnGoals, [names])
  return (
    <DrillCardsContext value={cards}>
      <TurnGoalsContext value={goals}>
        <CardList
          path="turns"
          one={t('form.turn')}
          entries={record.turns}
          nameOf={({ title }) => title}
          Content={TurnCard}
          Tools={TurnTools}
          changes={turns.changes}
          most={100}
          empty={t('form.turnsNone')}
        />
      </TurnGoalsContext>
    </DrillCardsContext>
  )
}
