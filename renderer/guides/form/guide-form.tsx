import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import { AudienceFields } from '../../materials/audience-fields.tsx'
import { CardList } from '../../materials/cards/card-list.tsx'
import { CitedField } from '../../materials/cited-field.tsx'
import { FormPart } from '../../record-form/form-part.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { type RecordForm, useRecordForm } from '../../record-form/record-form-context.ts'
import { valueAt } from '../../record-form/record-path.ts'
import { StringsField } from '../../record-form/strings-field.tsx'
import { TextField } from '../../record-form/text-field.tsx'
import type { Steps } from '../desk/use-steps.ts'
import { MOST_STEPS } from '../steps/change-steps.ts'
import { type GuideSteps, GuideStepsContext } from './guide-steps-context.ts'
import { StepCard } from './step-card.tsx'

interface GuideFormProps {
  readonly form: RecordForm<StepGuideRecord>
  readonly steps: Steps
}

/** A guide as a plain form: what for, what one needs, the steps, and how it looks when it is done. */
export function GuideForm({ form, steps }: GuideFormProps) {
  const { t } = useTranslation('guides')
  const { split, stableTake, busy } = steps
  const cards = useMemo<GuideSteps>(() => ({ split, take: stableTake, busy }), [split, stableTake, busy])
  return (
    <div className={styles.sections}>
      <FormPart form={form} of={['title', 'summary', 'needs']} Content={BeforePart} />
      <FormSection title={t('form.steps')} lead={t('form.stepsLead')}>
        <GuideStepsContext value={cards}>
          <CardList
            form={form}
            path="steps"
            one={t('form.step')}
            entries={form.record.steps}
            nameOf={({ action }) => action}
            Content={StepCard}
            changes={steps.changes}
            most={MOST_STEPS}
            empty={t('form.stepsNone')}
          />
        </GuideStepsContext>
      </FormSection>
      <FormPart form={form} of={['done', 'cites', 'audience', 'topics']} Content={AfterPart} />
    </div>
  )
}

function BeforePart() {
  const { t } = useTranslation('guides')
  const { record } = useRecordForm()
  return (
    <>
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
          <TextField path="summary" label={t('form.summary')} example={t('form.summaryExample')} maxLength={500} wide />
        </div>
      </FormSection>
      <FormSection title={t('form.needs')}>
        <StringsField
          path="needs"
          one={t('form.need')}
          example={t('form.needExample')}
          most={20}
          maxLength={200}
          empty={t('form.needsNone')}
        />
      </FormSection>
    </>
  )
}

function AfterPart() {
  const { t } = useTranslation('guides')
  return (
    <>
      <FormSection title={t('form.done')}>
        <div className={styles.fields}>
          <TextField path="done" label={t('form.done')} example={t('form.doneExample')} maxLength={3000} rows={2} />
        </div>
      </FormSection>
      <FormSection title={t('form.cites')}>
        <CitedField path="cites" most={30} />
      </FormSection>
      <FormSection title={t('form.audience')}>
        <div className={styles.fields}>
          <AudienceFields />
        </div>
      </FormSection>
    </>
  )
}
