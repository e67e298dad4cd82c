import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillRecord, DrillRole } from '../../../library/meetings/drills/drill.schema.ts'
import { useSettled } from '../../design/use-settled.ts'
import { AudienceFields } from '../../materials/audience-fields.tsx'
import { CardList } from '../../materials/cards/card-list.tsx'
import { CitedField } from '../../materials/cited-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormPart } from '../../record-form/form-part.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import { MinutesField } from '../../record-form/minutes-field.tsx'
import styles from '../../record-form/record-form.module.css'
import { type RecordForm, useRecordForm } from '../../record-form/record-form-context.ts'
import { freshId, valueAt } from '../../record-form/record-path.ts'
import { StringsField } from '../../record-form/strings-field.tsx'
import { TextField } from '../../record-form/text-field.tsx'
import type { Turns } from '../desk/use-turns.ts'
import { type DrillCards, DrillCardsContext, type TurnGoals, TurnGoalsContext } from './drill-cards-context.ts'
import { TurnCard, TurnTools } from './turn-card.tsx'

interface DrillFormProps {
  readonly form: RecordForm<DrillRecord>
  readonly turns: Turns
  readonly play: (from?: string) => Promise<void>
}

/** A drill as a plain form: where and who, the turns like a script, what happened and what to talk about. */
export function DrillForm({ form, turns, play }: DrillFormProps) {
  const { t } = useTranslation('drills')
  return (
    <div className={styles.sections}>
      <FormPart form={form} of={['title', 'setting']} Content={AboutPart} />
      <FormPart form={form} of={['roles']} Content={RolesPart} />
      <FormSection title={t('form.turns')} lead={t('form.turnsLead')}>
        <TurnCards form={form} turns={turns} play={play} />
      </FormSection>
      <FormPart form={form} of={['happened', 'debrief', 'cites']} Content={AfterPart} />
      <FormPart form={form} of={['summary', 'minutes', 'audience', 'topics']} Content={AudiencePart} />
    </div>
  )
}

function AboutPart() {
  const { t } = useTranslation('drills')
  const { record } = useRecordForm()
  return (
    <FormSection title={t('form.about')}>
      <div className={styles.fields}>
        <TextField
          path="title"
          label={t('form.title')}
          example={t('form.titleExample')}
          maxLength={200}
          always
          wide
          autoFocus={valueAt(record, 'title') === ''}
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
  )
}

function RolesPart() {
  const { t } = useTranslation('drills')
  const { record } = useRecordForm()
  return (
    <FormSection title={t('form.roles')} lead={t('form.rolesLead')}>
      <EntryList<DrillRole>
        path="roles"
        one={t('form.role')}
        nameOf={({ name }) => name}
        keyOf={({ id }) => id}
        fresh={() => ({ id: freshId('r', (valueAt(record, 'roles') ?? []) as readonly DrillRole[]), name: '' })}
        most={20}
        empty={t('form.rolesNone')}
      >
        {(_, path) => <RoleFields path={path} />}
      </EntryList>
    </FormSection>
  )
}

function AfterPart() {
  const { t } = useTranslation('drills')
  return (
    <>
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
    </>
  )
}

function AudiencePart() {
  const { t } = useTranslation('drills')
  return (
    <FormSection title={t('form.audience')}>
      <div className={styles.fields}>
        <TextField path="summary" label={t('form.summary')} example={t('form.summaryExample')} maxLength={500} wide />
        <MinutesField path="minutes" label={t('form.minutes')} />
        <AudienceFields />
      </div>
    </FormSection>
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

function TurnCards({ form, turns, play }: DrillFormProps) {
  const { t } = useTranslation('drills')
  const { record } = form
  const { roles } = record
  // Hundreds of choices say where they lead: while a title is typed they wait until it is.
  const written = useSettled(record.turns, 250)
  const named = sameOrder(written, record.turns) ? written : record.turns
  // Words in a turn change neither its name nor its place: what all cards are given stays the same for them.
  const names = JSON.stringify(named.map(({ id, title }) => ({ id, title })))
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
          form={form}
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

const sameOrder = (before: DrillRecord['turns'], now: DrillRecord['turns']) =>
  before.length === now.length && before.every(({ id }, at) => id === now[at]?.id)
